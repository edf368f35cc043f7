"""Data of Thuisbasis: templates, code lists, texts, fonts and icons. No code."""
