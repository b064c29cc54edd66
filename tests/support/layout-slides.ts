/** A slide of each layout, one of them with a fragment, two in a stack. */
export const LAYOUT_SLIDES = `
{{< slide layout="cover" >}}
# Boats by hand

Grace Hopper

---

{{< slide layout="section" >}}
## The yard

with \`steam\` and [oak](https://example.org)

---

{{< slide layout="statement" >}}
A boat is **never finished**.

---

{{< slide layout="quote" >}}
> Measure twice.
>
> <cite>Ada Marlowe</cite>

---

{{< slide layout="big-number" >}}
## 1 200 h

of work go into a boat

---

{{< slide layout="two-columns" >}}
## A hull

{{% note %}}Before the columns.{{% /note %}}

### On the water

- {{% fragment %}}dry{{% /fragment %}}
- light[^1]

### In the yard

- strong

[^1]: Inside.

---

{{< slide layout="comparison" >}}
## Which one?

### Carvel

Edge to edge

### Clinker

Planks overlap

---

{{< slide layout="picture-left" >}}
## Oak

![White](/white.svg)

It grows slowly.

{{% note %}}Say where.{{% /note %}}

---

{{< slide layout="picture-right" >}}
## Rust

{{< figure src="/white.svg" alt="White" caption="At low tide" >}}

It is everywhere.

---

{{% section %}}

{{< slide layout="picture-full" >}}
![White](/white.svg)

## White on white

In winter

---

{{< slide layout="code" >}}
## Brew

\`\`\`js
const cup = await brew({ beans: 18 });
\`\`\`

{{% /section %}}

---

{{< slide layout="end" >}}
## Thank you
`;
