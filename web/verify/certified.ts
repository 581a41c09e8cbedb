// What stands beside documents and volumes by certificates. This page reads the bytes and holds them
// against the signed manifests; the signatures by certificates themselves it leaves to others.
export class Certified {
  documents = 0;
  notSigned = 0; // documents without any signature beside them
  notChecked = 0; // signatures by certificates

  add(other: Certified): void {
    this.documents += other.documents;
    this.notSigned += other.notSigned;
    this.notChecked += other.notChecked;
  }
}
