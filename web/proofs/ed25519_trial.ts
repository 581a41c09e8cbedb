// Signatures on which Ed25519 libraries differ although key and form are right: a browser's own check
// is used only where it judges these as the strict rule does.
export interface TrialSignature {
  publicKey: string;
  message: string;
  signature: string;
  valid: boolean;
}

export const kTrialSignatures: readonly TrialSignature[] = [
  {
    publicKey: "4e38971aef864f0ba30eb387af5c4c0da6c7e685c583dffabca01836dc6063fe",
    message: "6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d",
    signature:
      "3b1c12d7e19a85c90d5ef1196df8f5cb9cd1c6994c9fcd8b389cb8ccdf0d6601176e6e5fe71b31c6812c17e8b81aa3332a1e44aaba04ec1130cb927a78995f07",
    valid: true,
  },
  {
    publicKey: "b11a397abe564979f5fbb26e2a8bd456c0ce21ebad05b885119bbf52af3df6de",
    message: "7477656c7665206f66204a756e65",
    signature:
      "0fc08c7774da2b80ee6235e049cbb3110a9b008745d02c255cb116921113d5708e8f23f3a6adbcc41775c0fbce5dc8c42732cfd23e8e326a87ea00da68863b05",
    valid: true,
  },
  {
    publicKey: "b11a397abe564979f5fbb26e2a8bd456c0ce21ebad05b885119bbf52af3df6de",
    message: "7477656d7665206f66204a756e65",
    signature:
      "0fc08c7774da2b80ee6235e049cbb3110a9b008745d02c255cb116921113d5708e8f23f3a6adbcc41775c0fbce5dc8c42732cfd23e8e326a87ea00da68863b05",
    valid: false,
  },
  {
    publicKey: "64ad4559d2c23ee192910fb7530c3b7fa797d576da662e718dda81fb6628c29d",
    message: "61206d657373616765",
    signature:
      "e73ae655c5a4ae72eedd8928c05e3883e53384b9d818855ddeb625b53adbfb3f19e4911e2c28f4da10b2125afa2521a230cf7cbaccddd8f23adc4848245e680a",
    valid: false,
  },
  {
    publicKey: "64ad4559d2c23ee192910fb7530c3b7fa797d576da662e718dda81fb6628c29d",
    message: "61206d657373616765",
    signature:
      "568c9e7dd9eef16c2795fdc8c3948daab099a283f22b1c98ecaf64caa1ee2716c843e7be0a83ff35a862d395ab05e42ac6412b9b9a427c9078b2882ccfba2e06",
    valid: false,
  },
  {
    publicKey: "64ad4559d2c23ee192910fb7530c3b7fa797d576da662e718dda81fb6628c29d",
    message: "61206d657373616765",
    signature:
      "af2ef4dc429800744e9d78d9782c02346b564248296e3c59c5c942e090f29a0ae72403ca5eee7ab414aa36dfe3f5f9a36b6e1d70aaa5fbc9db8e5340b7d29b07",
    valid: false,
  },
];
