"""A document as tagged archive PDF: layout, type, tags, files inside, seal and proof."""
