"""The Flask application: pages for people, an API for programs; the same in every rig."""
