// What a workbook is made of, as other programs wrote it, whole and harmed: a ZIP archive of XML.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { named, readXml } from "../../web/office/xml_reader";
import { BadArchive, ZipArchive } from "../../web/office/zip_archive";
import { zipOf } from "./zip_writer";

const kText = "Абрамова Алина\n".repeat(200);
const open = (bytes: Buffer): ZipArchive => new ZipArchive(new Uint8Array(bytes));

test("a file is read whether it was stored or deflated, and one that is not there is not", async () => {
  for (const stored of [true, false]) {
    const archive = open(zipOf({ "xl/a.xml": kText, "b.xml": "" }, stored));
    assert.equal(await archive.text("xl/a.xml"), kText);
    assert.equal(await archive.text("b.xml"), "");
    assert.equal(await archive.text("c.xml"), undefined);
  }
});

test("cut off anywhere it is refused, and nothing else is thrown", async () => {
  const whole = zipOf({ "a.xml": kText, "b.xml": "<b/>" });
  for (let length = 0; length < whole.length; ++length) {
    await assert.rejects(async () => open(whole.subarray(0, length)).text("a.xml"), BadArchive, String(length));
  }
});

test("with any byte turned over it is read as it was, or refused", async () => {
  const whole = zipOf({ "a.xml": kText });
  for (let at = 0; at < whole.length; ++at) {
    const harmed = Buffer.from(whole);
    harmed[at] = harmed[at]! ^ 0xff;
    try {
      const text = await open(harmed).text("a.xml");
      if (text !== undefined) assert.equal(text, kText); // undefined: another name
    } catch (fault) {
      assert.ok(fault instanceof BadArchive, `byte ${at}: ${String(fault)}`);
    }
  }
});

test("elements are read with their attributes and texts, whatever stands between", () => {
  const told = readXml(`\uFEFF<?xml version="1.0"?><!-- a > b --><x:a xmlns:x="u" k='1 &lt; 2' x:id="&#x41;&#66;"><b/>&amp;<![CDATA[<c>]]><b>5 &quot;</b >&unknown;</x:a>\n`);
  assert.equal(told.name, "a");
  assert.deepEqual([...told.attributes], [["xmlns:x", "u"], ["k", "1 < 2"], ["x:id", "AB"]]);
  assert.equal(told.text, "&<c>&unknown;");
  assert.deepEqual([...named(told, "b")].map(({ text }) => text), ["", '5 "']);
});

test("what is not well formed is refused, and so is what declares things of its own", () => {
  for (const text of ["", "a", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a b=c/>", "<a b='<'/>", "<a", "<!-- a", "<a><![CDATA[</a>",
    '<!DOCTYPE a [<!ENTITY e "ha">]><a>&e;</a>', "<a>".repeat(100) + "</a>".repeat(100)]) {
    assert.throws(() => readXml(text), BadArchive, text);
  }
});

test("no text makes it throw anything else", () => {
  const piece = fc.constantFrom("<a>", "</a>", "<b c='d'/>", "<!--", "-->", "<![CDATA[", "]]>", "&#x110000;", "&lt", "<?", "?>", " ", "я", '"');
  fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
    try {
      readXml(pieces.join(""));
    } catch (fault) {
      assert.ok(fault instanceof BadArchive, String(fault));
    }
  }), { numRuns: 2_000 });
});
