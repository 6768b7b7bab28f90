/** Words for points, "5 pts", "3 Punkte", as the sources of regular expressions. */

/** "Points" in English, German, Spanish, French, Italian, Portuguese, Dutch and Polish. "P" and "BE" are German only in capitals. */
export const pointsUnit =
  '(?:[Pp]oints?|[Pp]ts?\\.?|[Mm]arks?|[Mm]ks?\\.?|Punkte?n?|Pkte?\\.?|P\\.?|BE|[Pp]untos?|[Pp]tos?\\.?|[Pp]unt[oi]|[Pp]ontos?|[Vv]alores|[Pp]unten?|[Pp]nt\\.?|[Pp]kt\\.?)'

/** "– 3 marks", "/3": points in no brackets. */
export const barePoints = `(?:[–—-]\\s*)?(?:/\\s?\\d{1,3}|\\d{1,3}(?:[.,]\\d)?[ \\u00a0-]?${pointsUnit})`
