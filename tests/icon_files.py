"""The icons of the site in the sizes that devices ask for, made from icon.svg: `python -m tests.icon_files`."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.site import chromium
from tests.site.building import REPOSITORY

ICONS = REPOSITORY / "theme" / "static" / "icons"
PAPER = "#fdfdfb"
SHEET = """<style>
body {{ margin: 0; background: {paper}; display: grid; place-items: center; block-size: 100vh }}
</style>"""
SHARES = {
    "apple-touch-icon.png": (180, 0.72),
    "icon-192.png": (192, 0.8),
    "icon-512.png": (512, 0.8),
    "icon-maskable-512.png": (512, 0.56),
}
"""File → its size in pixels, and how much of it the drawing takes; what is masked keeps its middle."""
OF_ICO = (16, 32, 48)


def main() -> None:
    """Write the icons anew."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.find(playwright), args=list(chromium.FLAGS))
        tab = opened.new_page()
        for file, (size, share) in SHARES.items():
            _picture(tab, size, share, PAPER).convert("RGB").save(ICONS / file, optimize=True)
        small = [_picture(tab, size, 1, "transparent") for size in OF_ICO]
        small[-1].save(ICONS / "favicon.ico", sizes=[(s, s) for s in OF_ICO], append_images=small[:-1])
        opened.close()


def _picture(tab: Page, size: int, share: float, paper: str) -> Image.Image:
    """The icon on a square of paper."""
    drawing = (ICONS / "icon.svg").read_text("utf-8").replace("<svg ", f'<svg width="{size * share}" ', 1)
    tab.set_viewport_size({"width": size, "height": size})
    tab.set_content(SHEET.format(paper=paper) + drawing)
    return Image.open(BytesIO(tab.screenshot(omit_background=True)))


if __name__ == "__main__":
    main()
