"""What editors do with the schemas: tests with a language server from npm."""
