"""Support plans: templates, writing, printing."""
