"""The frame around the pages: window, navigation, commands, notices."""
