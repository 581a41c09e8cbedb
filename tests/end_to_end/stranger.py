"""What a stranger's tool makes of our log, written from the public specifications alone: C2SP
signed-note, tlog-checkpoint, tlog-tiles and tlog-proof, and RFC 9162 section 2.1. Of this project
it knows nothing but its files.

    stranger.py tree DIR             checkpoint, key.txt, tile/…: signature, tiles, entries, root
    stranger.py receipt PROOF ENTRY KEYFILE

Says what it found; exit 0 iff all of it holds. Ed25519 is checked by the openssl program.
"""
import base64
import hashlib
import pathlib
import struct
import subprocess
import sys
import tempfile

TILE = 256
SPKI = bytes.fromhex("302a300506032b6570032100")  # RFC 8410: what stands before an Ed25519 key


class Wrong(Exception):
    pass


def need(holds, says):
    if not holds:
        raise Wrong(says)


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(hashes):
    """RFC 9162, 2.1.1, from the leaf hashes: pairs are joined level by level, an odd one rises."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    while len(hashes) > 1:
        paired = [node_hash(*hashes[i:i + 2]) for i in range(0, len(hashes) - 1, 2)]
        hashes = paired + hashes[len(hashes) & ~1:]
    return hashes[0]


def root_by_proof(index, size, leaf, proof):
    """RFC 9162, 2.1.3.2."""
    need(index < size, "the index is outside of the tree")
    node, last, root = index, size - 1, leaf
    for one in proof:
        need(last > 0, "the proof is too long")
        if node & 1 or node == last:
            root = node_hash(one, root)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            root = node_hash(root, one)
        node, last = node >> 1, last >> 1
    need(last == 0, "the proof is too short")
    return root


def parse_key(text):
    name, key_id, key = text.strip("\n").split("+", 2)
    raw = base64.b64decode(key, validate=True)
    need(raw[0] == 1 and len(raw) == 33, "this is no Ed25519 key")
    known = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
    need(known.hex() == key_id, "the key's id is not its own")
    return name, known, raw[1:]


def signature_holds(public_key, message, signature):
    with tempfile.TemporaryDirectory() as where:
        where = pathlib.Path(where)
        (where / "key").write_bytes(SPKI + public_key)
        (where / "message").write_bytes(message)
        (where / "signature").write_bytes(signature)
        return subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey",
             where / "key", "-in", where / "message", "-sigfile", where / "signature"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def open_checkpoint(note, key_text):
    """The size and root that the log signed."""
    name, key_id, public_key = parse_key(key_text)
    text, signatures = note.rsplit("\n\n", 1)
    text += "\n"
    good = 0
    for line in signatures.splitlines():
        dash, signer, blob = line.split(" ")
        need(dash == "\u2014", "a line is no signature")
        blob = base64.b64decode(blob, validate=True)
        if signer != name or blob[:4] != key_id:
            continue
        need(signature_holds(public_key, text.encode(), blob[4:]), "the log's signature is bad")
        good += 1
    need(good == 1, "the log did not sign the checkpoint")
    origin, size, root = text.splitlines()
    need(origin == name, "the checkpoint is another log's")
    need(size == str(int(size)), "the size is not decimal")
    return int(size), base64.b64decode(root, validate=True)


def tile_path(kind, number, width):
    digits = f"{number:03d}"
    while len(digits) % 3:
        digits = "0" + digits
    groups = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    path = "/".join(["x" + one for one in groups[:-1]] + groups[-1:])
    return f"tile/{kind}/{path}" + (f".p/{width}" if width < TILE else "")


def widths(count):
    """Each tile of a level of so many hashes, and how many it holds."""
    for number in range((count + TILE - 1) // TILE):
        yield number, min(TILE, count - number * TILE)


def check_tree(where):
    size, root = open_checkpoint((where / "checkpoint").read_text(), (where / "key.txt").read_text())
    expected = {"checkpoint", "key.txt"}
    leaves = []
    for number, width in widths(size):
        expected.add(path := tile_path("entries", number, width))
        bundle, at = (where / path).read_bytes(), 0
        for _ in range(width):
            length, = struct.unpack_from(">H", bundle, at)
            leaves.append(leaf_hash(bundle[at + 2:at + 2 + length]))
            at += 2 + length
        need(at == len(bundle), f"{path} holds more than its entries")
    level, hashes = 0, leaves
    while hashes:
        for number, width in widths(len(hashes)):
            expected.add(path := tile_path(level, number, width))
            tile = b"".join(hashes[number * TILE:number * TILE + width])
            need((where / path).read_bytes() == tile, f"{path} does not hold its hashes")
        hashes = [root_of(hashes[i:i + TILE]) for i in range(0, len(hashes) - TILE + 1, TILE)]
        level += 1
    need(root_of(leaves) == root, "the root is not the one that was signed")
    found = {str(path.relative_to(where)) for path in where.rglob("*") if path.is_file()}
    need(found == expected, f"files that belong to no tree: {sorted(found ^ expected)[:3]}")
    return f"{size} entries, {len(found)} files, root {root.hex()}"


def check_receipt(proof_file, entry_file, key_file):
    text = pathlib.Path(proof_file).read_text()
    head, note = text.split("\n\n", 1)
    lines = head.splitlines()
    need(lines.pop(0) == "c2sp.org/tlog-proof@v1", "this is no receipt")
    if lines and lines[0].startswith("extra "):
        lines.pop(0)
    word, index = lines.pop(0).split(" ")
    need(word == "index" and index == str(int(index)), "the receipt names no index")
    proof = [base64.b64decode(line, validate=True) for line in lines]
    need(all(len(one) == 32 for one in proof), "a hash has another length")
    size, root = open_checkpoint(note, pathlib.Path(key_file).read_text())
    leaf = leaf_hash(pathlib.Path(entry_file).read_bytes())
    need(root_by_proof(int(index), size, leaf, proof) == root, "the proof leads to another root")
    return f"entry {index} of {size}"


def main():
    try:
        if len(sys.argv) == 3 and sys.argv[1] == "tree":
            print(check_tree(pathlib.Path(sys.argv[2])))
        elif len(sys.argv) == 5 and sys.argv[1] == "receipt":
            print(check_receipt(*sys.argv[2:]))
        else:
            print(__doc__)
            return 2
    except (Wrong, OSError, ValueError, struct.error, IndexError) as wrong:
        print(f"wrong: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
