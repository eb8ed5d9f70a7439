"""The app that the demo runs and the bench measures with: its name and its folder."""

from runtime.beginning.starters import starter_folder

APP = "channel_sales"
FOLDER = starter_folder(APP)
