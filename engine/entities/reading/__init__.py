"""Reading what people and programs send: texts, numbers, moments, ids. Shared by the field types."""
