"""The look: colours, type, icons and the style sheet, switched live as one."""
