"""Finding, handing out and erasing what the file knows about a person, and weeding by date."""
