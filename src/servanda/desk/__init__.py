"""The desk: where articles come in and ledgers go out. Composes reading as `project` composes checking."""
