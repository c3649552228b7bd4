"""The brief of one region: two pages of A4, printed or to be edited."""
