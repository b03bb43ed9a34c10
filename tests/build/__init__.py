"""What is published, and how."""
