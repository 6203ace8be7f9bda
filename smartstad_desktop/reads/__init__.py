"""One module per screenful: frozen rows and the queries that fill them."""
