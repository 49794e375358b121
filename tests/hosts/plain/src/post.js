// The posts that every host application shows.

export const post = {
  title: "The ferry at dawn",
  body: ["The first ferry leaves before the bakers are up.", { type: "code", language: "sh", text: "ferry --early" }],
  meta: { crew: ["Ines", "Tom"], departure: "2025-04-10T05:40:00Z", passengers: 212 },
  images: [{ src: "/boat.png", width: 60, height: 40, alt: "A blue ferry", source: "unsplash" }],
};

export const wordpress = {
  id: 7,
  date_gmt: "2025-04-10T05:40:00",
  title: { rendered: "Low water &amp; high" },
  content: { rendered: "<p>The tide waits for <strong>nobody</strong>.</p>" },
  author: 6,
};
