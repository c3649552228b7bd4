"""Pictures that a page lets readers walk into: builders from rows and words to a Plotly figure as a plain dict.

Files and slides draw the exhibit's still picture instead; nothing here needs Plotly itself.
"""
