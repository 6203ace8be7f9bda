"""The timeline of the programme: as a picture, as a list, and one entry beside it."""
