"""The app that the demo runs and the bench measures with: its name and its folder."""

from pathlib import Path

APP = "channel_sales"
FOLDER = Path(__file__).parents[2] / "examples" / APP
