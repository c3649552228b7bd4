"""From the data package to a published release: read, stage, check, model, publish."""
