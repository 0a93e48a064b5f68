"""The memo's two pictures, coverage and timeline: what they show is decided here, matplotlib draws it."""

from briefing.render.pictures.canvas import available
from briefing.render.pictures.coverage import coverage
from briefing.render.pictures.picture import Picture
from briefing.render.pictures.timeline import timeline

__all__ = ["Picture", "available", "coverage", "timeline"]
