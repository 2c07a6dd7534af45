"""Vangnet runs a Dutch municipality's aggression protocol for political office-holders."""
