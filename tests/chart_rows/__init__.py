"""Example rows and words of each chart builder (synthetic); one module a builder."""
