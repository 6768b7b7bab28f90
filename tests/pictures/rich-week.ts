/** A week with everything that is more than words: tables, pictures, formulas, code, blanks, keys. */
import { jpeg, makePng, plainPng } from './make.js'
import { readWithPictures } from './sheet.js'

const clear = makePng({
  width: 60,
  height: 40,
  kind: 'rgb-alpha',
  depth: 8,
  interlaced: true,
  samples: Array.from({ length: 60 * 40 * 4 }, (_, i) => (i * 7) % 256),
})
const deep = makePng({
  width: 90,
  height: 30,
  kind: 'rgb',
  depth: 16,
  filter: 4,
  samples: Array.from({ length: 90 * 30 * 3 }, (_, i) => (i * 97) % 65536),
})
const few = makePng({
  width: 50,
  height: 50,
  kind: 'index',
  depth: 2,
  palette: Uint8Array.of(0, 0, 0, 200, 0, 0, 0, 0, 200, 255, 255, 255),
  samples: Array.from({ length: 2500 }, (_, i) => i % 4),
})

export const richWeek = () =>
  readWithPictures(
    `1. Which release does $x_1 + \\alpha$ belong to, and why is it not $5?

   | Release | **Risk** | Cost |
   | ------- | :------: | ---: |
   | \`shadow\` | none | 1.50 |
   | canary | | 12 |

   $$
   c_1
   + d
   $$
2. Which of these is the queue? ![a grey one](plain.png) ![a clear one](clear.png)
3. Press <kbd>Ctrl</kbd>+<kbd>C</kbd> and fill in: H<sub>2</sub>O is ____ at 10<sup>2</sup> °C, says [the long guide to all that is known of water](https://example.org/water). ![deep](deep.png)

   \`\`\`
   a\tb
   ${'long '.repeat(40)}
   \`\`\`
4. What was turned? ![turned](turned.jpg) ![grey](grey.jpg) ![few](few.png)

   Answer: this

   | Term | Meaning |
   |---|---|
   | drift | the world changes |

   ![a clear one](clear.png)`,
    {
      'week-1/plain.png': plainPng(900, 300),
      'week-1/clear.png': clear,
      'week-1/deep.png': deep,
      'week-1/few.png': few,
      'week-1/turned.jpg': jpeg('turned'),
      'week-1/grey.jpg': jpeg('grey'),
    },
  )
