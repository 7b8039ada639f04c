# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the swift-azure-functions authors
"""A bar chart as SVG: processor time per authorized call. Readable on light and on dark pages."""

from html import escape

BAR, GAP, LEFT, WIDTH, TOP = 18, 8, 290, 860, 54

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 15px; font-weight: 600 }
  .note { fill: #57606a }
  .peer { fill: #8c959f }
  .ours { fill: #f05138 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .note { fill: #9198a1 }
    .peer { fill: #6e7681 }
  }
"""


def bars(title, note, rows):
    """`rows` are (name, value, is ours); the shortest bar comes first as given."""
    longest = max(value for _, value, _ in rows)
    height = TOP + len(rows) * (BAR + GAP) + GAP
    room = WIDTH - LEFT - 80
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}">', f"<style>{STYLE}</style>",
        f'<text class="title" x="0" y="18">{escape(title)}</text>',
        f'<text class="note" x="0" y="38">{escape(note)}</text>',
    ]
    for index, (name, value, is_ours) in enumerate(rows):
        top = TOP + index * (BAR + GAP)
        width = max(2, round(value / longest * room))
        middle = top + BAR - 5
        parts += [
            f'<text x="{LEFT - 10}" y="{middle}" text-anchor="end">{escape(name)}</text>',
            f'<rect class="{"ours" if is_ours else "peer"}" x="{LEFT}" y="{top}" width="{width}" height="{BAR}" rx="2"/>',
            f'<text x="{LEFT + width + 8}" y="{middle}">{value:.0f}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])
