from waqai.plugin import pelican_settings

globals().update(pelican_settings(__file__))
