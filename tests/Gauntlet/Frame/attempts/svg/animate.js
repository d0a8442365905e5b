// vector: SVG href that is animated
const make = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
};
const drawing = make("svg", { width: 50, height: 50 });
const image = make("image", { width: 10, height: 10 });
image.append(make("set", { attributeName: "href", to: "$URL", begin: "0s" }));
drawing.append(image);
document.body.append(drawing);
