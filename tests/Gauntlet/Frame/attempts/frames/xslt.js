// vector: frame by XSLT
const parse = (text) => new DOMParser().parseFromString(text, "text/xml");
const processor = new XSLTProcessor();
processor.importStylesheet(parse(`<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="/"><iframe xmlns="http://www.w3.org/1999/xhtml" src="$URL.html"/></xsl:template></xsl:stylesheet>`));
document.body.append(processor.transformToFragment(parse("<a/>"), document));
