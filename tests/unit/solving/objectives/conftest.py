from unit.solving.engines import both_engines

__all__ = ["both_engines"]
