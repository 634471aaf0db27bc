/** Names that a hostile or careless vendor could give a product or a case. */
export const HOSTILE_NAME = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>\u202E过通\u202C &amp; ]]> </style> =HYPERLINK("http://x")`;

export const LONG_NAME = 'A'.repeat(10_240);
