"""The real channels: mail by a relay, SMS by gateways, and the sign of life; each attempt with a deadline."""
