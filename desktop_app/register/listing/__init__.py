"""What stands in each list: its columns, and where their values come from."""
