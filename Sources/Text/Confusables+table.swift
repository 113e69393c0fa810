// Written by scripts/confusables.py from ICU 72.1 (Unicode 15.0), which has it from the file confusables.txt of
// UTS 39.
//
// Copyright (c) 1991-2022 Unicode, Inc. All rights reserved.
//
// Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
// documentation files (the "Software"), to deal in the Software without restriction, including without limitation
// the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
// to permit persons to whom the Software is furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all copies or substantial portions of
// the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
// THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
// CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER
// DEALINGS IN THE SOFTWARE.

extension Confusables {
    /// A line for each prototype, in hexadecimal numbers: what stands for them, a colon, the scalars that look like it.
    static let table = """
        20: a0 1680 2002 2003 2004 2005 2006 2007 2008 2009 200a 2028 2029 202f 205f
        21: 1c3 2d51 ff01
        21 21: 203c
        21 3f: 2049
        24 20e0: 1f10f
        26: a778
        27: 60 b4 2b9 2bb 2bc 2bd 2be 2c8 2ca 2cb 2f4 384 55a 55d 5d9 5f3 7f4 7f5 144a 16cc 1fbd 1fbf 1ffe 2018 2019 \
        201b 2032 2035 a78c ff07 ff40 16f51 16f52
        27 27: 22 2ba 2dd 2ee 2f6 5f2 5f4 1cd3 201c 201d 201f 2033 2036 3003 ff02
        27 27 27: 2034 2037
        27 27 27 27: 2057
        27 42: 181
        27 44: 18a
        27 50: 1a4
        27 54: 1ac
        27 59: 1b3
        27 6e: 149
        28: 2768 2772 3014 fd3e ff3b
        28 28: 2e28
        28 32 29: 2475
        28 32 4f 29: 2487
        28 33 29: 2476
        28 34 29: 2477
        28 35 29: 2478
        28 36 29: 2479
        28 37 29: 247a
        28 38 29: 247b
        28 39 29: 247c
        28 41 29: 1f110
        28 42 29: 1f111
        28 43 29: 1f112
        28 44 29: 1f113
        28 45 29: 1f114
        28 46 29: 1f115
        28 47 29: 1f116
        28 48 29: 1f117
        28 4a 29: 1f119
        28 4b 29: 1f11a
        28 4c 29: 1f11b
        28 4d 29: 1f11c
        28 4e 29: 1f11d
        28 4f 29: 1f11e
        28 50 29: 1f11f
        28 51 29: 1f120
        28 52 29: 1f121
        28 53 29: 1f122 1f12a
        28 54 29: 1f123
        28 55 29: 1f124
        28 56 29: 1f125
        28 57 29: 1f126
        28 58 29: 1f127
        28 59 29: 1f128
        28 5a 29: 1f129
        28 61 29: 249c
        28 62 29: 249d
        28 63 29: 249e
        28 64 29: 249f
        28 65 29: 24a0
        28 66 29: 24a1
        28 67 29: 24a2
        28 68 29: 24a3
        28 69 29: 24a4
        28 6a 29: 24a5
        28 6b 29: 24a6
        28 6c 29: 2474 24a7 1f118
        28 6c 32 29: 247f
        28 6c 33 29: 2480
        28 6c 34 29: 2481
        28 6c 35 29: 2482
        28 6c 36 29: 2483
        28 6c 37 29: 2484
        28 6c 38 29: 2485
        28 6c 39 29: 2486
        28 6c 4f 29: 247d
        28 6c 6c 29: 247e
        28 6e 29: 24a9
        28 6f 29: 24aa
        28 70 29: 24ab
        28 71 29: 24ac
        28 72 29: 24ad
        28 72 6e 29: 24a8
        28 73 29: 24ae
        28 74 29: 24af
        28 75 29: 24b0
        28 76 29: 24b1
        28 77 29: 24b2
        28 78 29: 24b3
        28 79 29: 24b4
        28 7a 29: 24b5
        28 1100 29: 3200
        28 1100 1161 29: 320e
        28 1102 29: 3201
        28 1102 1161 29: 320f
        28 1103 29: 3202
        28 1103 1161 29: 3210
        28 1105 29: 3203
        28 1105 1161 29: 3211
        28 1106 29: 3204
        28 1106 1161 29: 3212
        28 1107 29: 3205
        28 1107 1161 29: 3213
        28 1109 29: 3206
        28 1109 1161 29: 3214
        28 110b 29: 3207
        28 110b 1161 29: 3215
        28 110b 1169 110c 1165 11ab 29: 321d
        28 110b 1169 1112 116e 29: 321e
        28 110c 29: 3208
        28 110c 1161 29: 3216
        28 110c 116e 29: 321c
        28 110e 29: 3209
        28 110e 1161 29: 3217
        28 110f 29: 320a
        28 110f 1161 29: 3218
        28 1110 29: 320b
        28 1110 1161 29: 3219
        28 1111 29: 320c
        28 1111 1161 29: 321a
        28 1112 29: 320d
        28 1112 1161 29: 321b
        28 30fc 29: 3220
        28 4e03 29: 3226
        28 4e09 29: 3222 1f241
        28 4e5d 29: 3228
        28 4e8c 29: 3221 1f242
        28 4e94 29: 3224
        28 4ee3 29: 3239
        28 4f01 29: 323d
        28 4f11 29: 3241
        28 516b 29: 3227
        28 516d 29: 3225
        28 52b4 29: 3238
        28 52dd 29: 1f247
        28 5341 29: 3229
        28 5354 29: 323f
        28 540d 29: 3234
        28 547c 29: 323a
        28 56db 29: 3223
        28 571f 29: 322f
        28 5b66 29: 323b
        28 5b89 29: 1f243
        28 6253 29: 1f245
        28 6557 29: 1f248
        28 65e5 29: 3230
        28 6708 29: 322a
        28 6709 29: 3232
        28 6728 29: 322d
        28 672c 29: 1f240
        28 682a 29: 3231
        28 6c34 29: 322c
        28 706b 29: 322b
        28 70b9 29: 1f244
        28 7279 29: 3235
        28 76d7 29: 1f246
        28 76e3 29: 323c
        28 793e 29: 3233
        28 795d 29: 3237
        28 796d 29: 3240
        28 81ea 29: 3242
        28 81f3 29: 3243
        28 8ca1 29: 3236
        28 8cc7 29: 323e
        28 91d1 29: 322e
        29: 2769 2773 3015 fd3f ff3d
        29 29: 2e29
        2a: 66d 204e 2217 1031f
        2b: 16ed 2795 1029b
        2b 302: 2a23
        2b 303: 2a24
        2b 307: 2214
        2b 30a: 2a22
        2b 323: 2a25
        2b 330: 2a26
        2b 2082: 2a27
        2c: b8 60d 66b 201a a4f9
        2d: 2d7 6d4 2010 2011 2012 2013 2043 2212 2796 2cba fe58
        2d 2e: a4fe
        2d 307: 2238 fb29
        2d 308: 2e1a
        2d 313: 2a29
        2d 323: 2a2a
        2e: 660 6f0 701 702 2024 a4f8 a60e 10a50 1d16d
        2e 2c: a4fb
        2e 2e: 2025 a4fa
        2e 2e 2e: 2026
        2f: 1735 2041 2044 2215 2571 27cb 29f8 2cc6 2f03 3033 30ce 31d3 4e3f 1d23a
        2f 2f: 2afd
        2f 2f 2f: 2afb
        2f 304: 29f6
        32: 1a7 3e8 14bf a644 a6ef a75a 1d7d0 1d7da 1d7e4 1d7ee 1d7f8 1fbf2
        32 2c: 1f103
        32 2e: 2489
        32 32 65e5: 33f5
        32 32 70b9: 336e
        32 33 65e5: 33f6
        32 33 70b9: 336f
        32 34 65e5: 33f7
        32 34 70b9: 3370
        32 35 65e5: 33f8
        32 36 65e5: 33f9
        32 37 65e5: 33fa
        32 38 65e5: 33fb
        32 39 65e5: 33fc
        32 4f 2e: 249b
        32 4f 65e5: 33f3
        32 4f 70b9: 336c
        32 6c 65e5: 33f4
        32 6c 70b9: 336d
        32 335: 1bb
        32 65e5: 33e1
        32 6708: 32c1
        32 70b9: 335a
        33: 1b7 21c 417 4e0 2ccc a76a a7ab 118ca 16f3b 1d206 1d7d1 1d7db 1d7e5 1d7ef 1d7f9 1fbf3
        33 2c: 1f104
        33 2e: 248a
        33 4f 65e5: 33fd
        33 6c 65e5: 33fe
        33 326: 498
        33 65e5: 33e2
        33 6708: 32c2
        33 70b9: 335b
        34: 13ce 118af 1d7d2 1d7dc 1d7e6 1d7f0 1d7fa 1fbf4
        34 2c: 1f105
        34 2e: 248b
        34 b7: 1530
        34 65e5: 33e3
        34 6708: 32c3
        34 70b9: 335c
        35: 1bc 118bb 1d7d3 1d7dd 1d7e7 1d7f1 1d7fb 1fbf5
        35 2c: 1f106
        35 2e: 248c
        35 65e5: 33e4
        35 6708: 32c4
        35 70b9: 335d
        36: 431 13ee 2cd2 118d5 1d7d4 1d7de 1d7e8 1d7f2 1d7fc 1fbf6
        36 2c: 1f107
        36 2e: 248d
        36 65e5: 33e5
        36 6708: 32c5
        36 70b9: 335e
        37: 104d2 118c6 1d212 1d7d5 1d7df 1d7e9 1d7f3 1d7fd 1fbf7
        37 2c: 1f108
        37 2e: 248e
        37 65e5: 33e6
        37 6708: 32c6
        37 70b9: 335f
        38: 222 223 9ea a6a b03 1031a 1d7d6 1d7e0 1d7ea 1d7f4 1d7fe 1e8cb 1fbf8
        38 2c: 1f109
        38 2e: 248f
        38 65e5: 33e7
        38 6708: 32c7
        38 70b9: 3360
        39: 9ed a67 b68 d6d 2cca a76e 118ac 118cc 118d6 1d7d7 1d7e1 1d7eb 1d7f5 1d7ff 1fbf9
        39 2c: 1f10a
        39 2e: 2490
        39 65e5: 33e8
        39 6708: 32c8
        39 70b9: 3361
        3a: 2d0 2f8 589 5c3 703 704 903 a83 16ec 1803 1809 205a 2236 a4fd a789 fe30 ff1a
        3a 3a 3d: 2a74
        3a 2192: 29f4
        3c: 2c2 1438 16b2 2039 276e 1d236
        3c 3c: 226a
        3c 3c 3c: 22d8
        3c b7: 1445 22d6 2cb4
        3d: 1400 2e40 30a0 a4ff
        3d 3d: 2a75
        3d 3d 3d: 2a76
        3d 302: 2259
        3d 306: 225a
        3d 307: 2250
        3d 30a: 2257
        3d 323 307: 2251
        3d 36b: 225e
        3d 20f0: 2a6e
        3e: 2c3 1433 203a 276f 16f3f 1d237
        3e 3c: 2aa5
        3e 3e: 226b 2a20
        3e 3e 3e: 22d9
        3e b7: 1441
        3f: 241 294 97d 13ae a6eb
        3f 21: 2048
        3f 3f: 2047
        41: 391 410 13aa 15c5 a4ee ff21 102a0 16f40 1d400 1d434 1d468 1d49c 1d4d0 1d504 1d538 1d56c 1d5a0 1d5d4 1d608 \
        1d63c 1d670 1d6a8 1d6e2 1d71c 1d756 1d790
        41 41: a732
        41 45: c6 4d4
        41 4f: a734
        41 52: 1f707
        41 55: a736
        41 56: a738 a73a
        41 59: a73c
        42: 392 412 13f4 15f7 212c a4d0 a7b4 ff22 10282 102a1 10301 1d401 1d435 1d469 1d4d1 1d505 1d539 1d56d 1d5a1 \
        1d5d5 1d609 1d63d 1d671 1d6a9 1d6e3 1d71d 1d757 1d791
        43: 3f9 421 13df 2102 212d 216d 2ca4 a4da ff23 102a2 10302 10415 1051c 118e9 118f2 1d402 1d436 1d46a 1d49e 1d4d2 \
        1d56e 1d5a2 1d5d6 1d60a 1d63e 1d672 1f74c
        43 27: 187
        43 326: 4aa
        43 20e0: 1f16e
        43 20eb: 20a1
        44: 13a0 15de 15ea 2145 216e a4d3 1d403 1d437 1d46b 1d49f 1d4d3 1d507 1d53b 1d56f 1d5a3 1d5d7 1d60b 1d63f 1d673
        44 5a: 1f1
        44 5a 30c: 1c4
        44 7a: 1f2
        44 7a 30c: 1c5
        44 335: d0 110 189
        45: 395 415 13ac 2130 22ff 2d39 a4f0 ff25 10286 118a6 118ae 1d404 1d438 1d46c 1d4d4 1d508 1d53c 1d570 1d5a4 \
        1d5d8 1d60c 1d640 1d674 1d6ac 1d6e6 1d720 1d75a 1d794
        45 338: 246
        46: 3dc 15b4 2131 a4dd a798 10287 102a5 10525 118a2 118c2 1d213 1d405 1d439 1d46d 1d4d5 1d509 1d53d 1d571 1d5a5 \
        1d5d9 1d60d 1d641 1d675 1d7ca
        46 41 58: 213b
        46 326: 191
        47: 50c 13c0 13f3 a4d6 1d406 1d43a 1d46e 1d4a2 1d4d6 1d50a 1d53e 1d572 1d5a6 1d5da 1d60e 1d642 1d676
        47 27: 193
        47 335: 1e4
        48: 397 41d 13bb 157c 210b 210c 210d 2c8e a4e7 ff28 102cf 1d407 1d43b 1d46f 1d4d7 1d573 1d5a7 1d5db 1d60f 1d643 \
        1d677 1d6ae 1d6e8 1d722 1d75c 1d796
        48 326: 4c7 4c9
        48 329: 4a2 2c67
        48 335: 126
        4a: 37f 408 13ab 148d a4d9 a7b2 ff2a 1d409 1d43d 1d471 1d4a5 1d4d9 1d50d 1d541 1d575 1d5a9 1d5dd 1d611 1d645 \
        1d679
        4a b7: 1499
        4a 335: 248
        4b: 39a 41a 13e6 16d5 2c94 a4d7 ff2b 10518 1d40a 1d43e 1d472 1d4a6 1d4da 1d50e 1d542 1d576 1d5aa 1d5de 1d612 \
        1d646 1d67a 1d6b1 1d6eb 1d725 1d75f 1d799
        4b 27: 198
        4b 329: 49a 2c69
        4b 335: 49e 20ad a740
        4c: 13de 14aa 2112 216c 2cd0 a4e1 1041b 10526 118a3 118b2 16f16 1d22a 1d40b 1d43f 1d473 1d4db 1d50f 1d543 1d577 \
        1d5ab 1d5df 1d613 1d647 1d67b
        4c 4a: 1c7
        4c 6a: 1c8
        4c 338: 141
        4d: 39c 3fa 41c 13b7 15f0 16d6 2133 216f 2c98 a4df ff2d 102b0 10311 1d40c 1d440 1d474 1d4dc 1d510 1d544 1d578 \
        1d5ac 1d5e0 1d614 1d648 1d67c 1d6b3 1d6ed 1d727 1d761 1d79b
        4d 42: 1f76b
        4d 326: 4cd
        4e: 39d 2115 2c9a a4e0 ff2e 10513 1d40d 1d441 1d475 1d4a9 1d4dd 1d511 1d579 1d5ad 1d5e1 1d615 1d649 1d67d 1d6b4 \
        1d6ee 1d728 1d762 1d79c
        4e 4a: 1ca
        4e 6a: 1cb
        4e 6f: 2116
        4e 30a: 1018e
        4e 326: 19d
        4f: 30 39f 41e 555 7c0 9e6 b20 b66 12d0 2c9e 2d54 3007 a4f3 ff2f 10292 102ab 10404 104c2 10516 114d0 118b5 118e0 \
        1d40e 1d442 1d476 1d4aa 1d4de 1d512 1d546 1d57a 1d5ae 1d5e2 1d616 1d64a 1d67e 1d6b6 1d6f0 1d72a 1d764 1d79e \
        1d7ce 1d7d8 1d7e2 1d7ec 1d7f6 1fbf0
        4f 27: 13a4
        4f 2c: 1f101
        4f 2e: 1f100
        4f 45: 152
        4f 4f: a698 a74e
        4f 335: 19f 398 3b8 3d1 3f4 472 4e8 13be 13eb 2296 229d 236c 2d31 a74a 1d21a 1d6af 1d6b9 1d6c9 1d6dd 1d6e9 1d6f3 \
        1d703 1d717 1d723 1d72d 1d73d 1d751 1d75d 1d767 1d777 1d78b 1d797 1d7a1 1d7b1 1d7c5 1f714
        4f 338: d8 2d41
        4f 70b9: 3358
        50: 3a1 420 13e2 146d 2119 2ca2 a4d1 ff30 10295 1d40f 1d443 1d477 1d4ab 1d4df 1d513 1d57b 1d5af 1d5e3 1d617 \
        1d64b 1d67f 1d6b8 1d6f2 1d72c 1d766 1d7a0
        50 27: 1486
        51: 211a 2d55 1d410 1d444 1d478 1d4ac 1d4e0 1d514 1d57c 1d5b0 1d5e4 1d618 1d64c 1d680
        51 45: 1f700
        52: 1a6 13a1 13d2 1587 211b 211c 211d a4e3 104b4 16f35 1d216 1d411 1d445 1d479 1d4e1 1d57d 1d5b1 1d5e5 1d619 \
        1d64d 1d681
        52 73: 20a8
        53: 405 54f 13d5 13da a4e2 ff33 10296 10420 16f3a 1d412 1d446 1d47a 1d4ae 1d4e2 1d516 1d54a 1d57e 1d5b2 1d5e6 \
        1d61a 1d64e 1d682
        54: 3a4 422 13a2 22a4 27d9 2ca6 a4d4 ff34 10297 102b1 10315 118bc 16f0a 1d413 1d447 1d47b 1d4af 1d4e3 1d517 \
        1d54b 1d57f 1d5b3 1d5e7 1d61b 1d64f 1d683 1d6bb 1d6f5 1d72f 1d769 1d7a3 1f768
        54 33: a728
        54 45 4c: 2121
        54 308: 2361
        54 328: 1ae
        54 329: 4ac
        54 335: 166
        54 338: 23e
        54 20eb: 20ae
        55: 54d 1200 144c 222a 22c3 a4f4 104ce 118b8 16f42 1d414 1d448 1d47c 1d4b0 1d4e4 1d518 1d54c 1d580 1d5b4 1d5e8 \
        1d61c 1d650 1d684
        55 27: 1467
        55 b7: 1458
        55 335: 244 13cc
        56: 474 667 6f7 13d9 142f 2164 2d38 a4e6 a6df 1051d 118a0 16f08 1d20d 1d415 1d449 1d47d 1d4b1 1d4e5 1d519 1d54d \
        1d581 1d5b5 1d5e9 1d61d 1d651 1d685
        56 42: 1f76c
        56 6c: 2165
        56 6c 6c: 2166
        56 6c 6c 6c: 2167
        56 b7: 143b
        56 335: 10197
        56 1de4: 1f708
        57: 51c 13b3 13d4 a4ea 118e6 118ef 1d416 1d44a 1d47e 1d4b2 1d4e6 1d51a 1d54e 1d582 1d5b6 1d5ea 1d61e 1d652 1d686
        57 335: 20a9
        58: 3a7 425 166d 16b7 2169 2573 2cac 2d5d a4eb a7b3 ff38 10290 102b4 10317 10322 10527 118ec 1d417 1d44b 1d47f \
        1d4b3 1d4e7 1d51b 1d54f 1d583 1d5b7 1d5eb 1d61f 1d653 1d687 1d6be 1d6f8 1d732 1d76c 1d7a6
        58 6c: 216a
        58 6c 6c: 216b
        58 329: 4b2
        58 335: 10196
        59: 3a5 3d2 423 4ae 13a9 13bd 2ca8 a4ec ff39 102b2 118a4 16f43 1d418 1d44c 1d480 1d4b4 1d4e8 1d51c 1d550 1d584 \
        1d5b8 1d5ec 1d620 1d654 1d688 1d6bc 1d6f6 1d730 1d76a 1d7a4
        59 335: a5 24e 4b0
        5a: 396 13c3 2124 2128 a4dc ff3a 102f5 118a9 118e5 1d419 1d44d 1d481 1d4b5 1d4e9 1d585 1d5b9 1d5ed 1d621 1d655 \
        1d689 1d6ad 1d6e7 1d721 1d75b 1d795
        5a 326: 224
        5a 335: 1b5
        5c: 2216 27cd 29f5 29f9 2f02 31d4 4e36 fe68 ff3c 1d20f 1d23b
        5c 5c: 244a 2cf9
        5c 1455: 27c8
        5e: 2c4 2c6
        5f: 7fa fe4d fe4e fe4f
        61: 251 3b1 430 237a ff41 1d41a 1d44e 1d482 1d4b6 1d4ea 1d51e 1d552 1d586 1d5ba 1d5ee 1d622 1d656 1d68a 1d6c2 \
        1d6fc 1d736 1d770 1d7aa
        61 2f 63: 2100
        61 2f 73: 2101
        61 61: a733
        61 65: e6 4d5
        61 6f: a735
        61 75: a737
        61 76: a739 a73b
        61 79: a73d
        61 309: 1e9a
        61 332: 2376
        62: 184 42c 13cf 1472 15af 1d41b 1d44f 1d483 1d4b7 1d4eb 1d51f 1d553 1d587 1d5bb 1d5ef 1d623 1d657 1d68b
        62 27: 1488
        62 6c: 42b
        62 b7: 147f
        62 304: 182 183 411
        62 307: 1473
        62 307 b7: 1481
        62 314: 253
        62 335: 180 462 463 48c 48d
        63: 3f2 441 1d04 217d 2ca5 abaf ff43 1043d 1d41c 1d450 1d484 1d4b8 1d4ec 1d520 1d554 1d588 1d5bc 1d5f0 1d624 \
        1d658 1d68c
        63 2f 6f: 2105
        63 2f 75: 2106
        63 326: 4ab
        63 338: a2 23c
        64: 501 13e7 146f 2146 217e a4d2 1d41d 1d451 1d485 1d4b9 1d4ed 1d521 1d555 1d589 1d5bd 1d5f1 1d625 1d659 1d68d
        64 27: 1487
        64 7a: 1f3 2a3
        64 7a 30c: 1c6
        64 b7: 147b
        64 21d: 2a4
        64 291: 2a5
        64 304: 18c
        64 314: 257
        64 328: 256
        64 335: 111
        64 335 331: 20ab
        65: 435 4bd 212e 212f 2147 ab32 ff45 1d41e 1d452 1d486 1d4ee 1d522 1d556 1d58a 1d5be 1d5f2 1d626 1d65a 1d68e
        65 328: 4bf
        65 338: 247
        66: 17f 584 1e9d a799 ab35 1d41f 1d453 1d487 1d4bb 1d4ef 1d523 1d557 1d58b 1d5bf 1d5f3 1d627 1d65b 1d68f
        66 66: fb00
        66 66 69: fb03
        66 66 6c: fb04
        66 69: fb01
        66 6c: fb02
        66 14b: 2a9
        66 326: 192
        66 334: 1d6e
        67: 18d 261 581 1d83 210a ff47 1d420 1d454 1d488 1d4f0 1d524 1d558 1d58c 1d5c0 1d5f4 1d628 1d65c 1d690
        67 314: 260
        67 335: 1e5
        68: 4bb 570 13c2 210e ff48 1d421 1d489 1d4bd 1d4f1 1d525 1d559 1d58d 1d5c1 1d5f5 1d629 1d65d 1d691
        68 314: 266 13f2 a695
        68 335: 127 45b 210f
        69: 131 269 26a 2db 37a 3b9 456 4cf 13a5 2139 2148 2170 2373 a647 ab75 ff49 118c3 1d422 1d456 1d48a 1d4be 1d4f2 \
        1d526 1d55a 1d58e 1d5c2 1d5f6 1d62a 1d65e 1d692 1d6a4 1d6ca 1d704 1d73e 1d778 1d7b2
        69 69: 2171
        69 69 69: 2172
        69 6a: 133
        69 76: 2173
        69 78: 2178
        69 332: 2378
        69 335: 268 1d7b 1d7c
        6a: 3f3 458 2149 ff4a 1d423 1d457 1d48b 1d4bf 1d4f3 1d527 1d55b 1d58f 1d5c3 1d5f7 1d62b 1d65f 1d693
        6a 335: 249
        6b: 1d424 1d458 1d48c 1d4c0 1d4f4 1d528 1d55c 1d590 1d5c4 1d5f8 1d62c 1d660 1d694
        6b 314: 199
        6c: 31 49 7c 196 1c0 399 406 4c0 5c0 5d5 5df 627 661 6f1 7ca 16c1 2110 2111 2113 2160 217c 2223 23fd 2c92 2d4f \
        a4f2 fe8d fe8e ff29 ff4c ffe8 1028a 10309 10320 16f28 1d408 1d425 1d43c 1d459 1d470 1d48d 1d4c1 1d4d8 1d4f5 \
        1d529 1d540 1d55d 1d574 1d591 1d5a8 1d5c5 1d5dc 1d5f9 1d610 1d62d 1d644 1d661 1d678 1d695 1d6b0 1d6ea 1d724 \
        1d75e 1d798 1d7cf 1d7d9 1d7e3 1d7ed 1d7f7 1e8c7 1ee00 1ee80 1fbf1
        6c 27: 5f1
        6c 2c: 1f102
        6c 2e: 2488
        6c 32 2e: 2493
        6c 32 65e5: 33eb
        6c 32 6708: 32cb
        6c 32 70b9: 3364
        6c 33 2e: 2494
        6c 33 65e5: 33ec
        6c 33 70b9: 3365
        6c 34 2e: 2495
        6c 34 65e5: 33ed
        6c 34 70b9: 3366
        6c 35 2e: 2496
        6c 35 65e5: 33ee
        6c 35 70b9: 3367
        6c 36 2e: 2497
        6c 36 65e5: 33ef
        6c 36 70b9: 3368
        6c 37 2e: 2498
        6c 37 65e5: 33f0
        6c 37 70b9: 3369
        6c 38 2e: 2499
        6c 38 65e5: 33f1
        6c 38 70b9: 336a
        6c 39 2e: 249a
        6c 39 65e5: 33f2
        6c 39 70b9: 336b
        6c 4a: 132
        6c 4f: 42e
        6c 4f 2e: 2491
        6c 4f 65e5: 33e9
        6c 4f 6708: 32c9
        6c 4f 70b9: 3362
        6c 56: 2163
        6c 58: 2168
        6c 6a: 1c9
        6c 6c: 1c1 5f0 2016 2161 2225
        6c 6c 2e: 2492
        6c 6c 6c: 2162
        6c 6c 65e5: 33ea
        6c 6c 6708: 32ca
        6c 6c 70b9: 3363
        6c 73: 2aa
        6c 74: 20b6
        6c 7a: 2ab
        6c b7: 13f 140 14b7
        6c 21d: 26e
        6c 30b: fd3c fd3d
        6c 328: 26d
        6c 334: 26b
        6c 335: 197 19a
        6c 335 6c 335: 10199
        6c 335 6c 335 53 335: 10198
        6c 338: 142
        6c 643 628 631: fdf3
        6c 644 644 651 670 6f: fdf2
        6c 655: 673 fe87 fe88
        6c 674: 672 675 fe83 fe84
        6c 65e5: 33e0
        6c 6708: 32c0
        6c 70b9: 3359
        6e: 578 57c 1d427 1d45b 1d48f 1d4c3 1d4f7 1d52b 1d55f 1d593 1d5c7 1d5fb 1d62f 1d663 1d697
        6e 6a: 1cc
        6e 328: 273
        6e 329: 19e 3b7 1d6c8 1d702 1d73c 1d776 1d7b0
        6e 334: 1d70
        6f: 3bf 3c3 43e 585 5e1 647 665 6be 6c1 6d5 6f5 966 a66 ae6 be6 c02 c66 c82 ce6 d02 d20 d66 d82 e50 ed0 101d \
        1040 10ff 1d0f 1d11 2134 2c9f ab3d fba6 fba7 fba8 fba9 fbaa fbab fbac fbad fee9 feea feeb feec ff4f 1042c 104ea \
        118c8 118d7 1d428 1d45c 1d490 1d4f8 1d52c 1d560 1d594 1d5c8 1d5fc 1d630 1d664 1d698 1d6d0 1d6d4 1d70a 1d70e \
        1d744 1d748 1d77e 1d782 1d7b8 1d7bc 1ee24 1ee64 1ee84
        6f 65: 153
        6f 6f: 221e a699 a74f
        6f 302: 6ff
        6f 31b: ab74
        6f 335: 275 473 4e9 a74b ab8e abbb
        6f 338: f8 ab3e
        6f 62c: fc51 fcd7
        6f 645: fc52 fcd8
        6f 645 62c: fd93
        6f 645 645: fd94
        6f 649: fc53 fc54
        6f 670: fcd9
        6f d30 6f: d5f
        6f 102c: 1010
        6f 1d07: 276
        70: 3c1 3f1 440 2374 2ca3 ff50 1d429 1d45d 1d491 1d4c5 1d4f9 1d52d 1d561 1d595 1d5c9 1d5fd 1d631 1d665 1d699 \
        1d6d2 1d6e0 1d70c 1d71a 1d746 1d754 1d780 1d78e 1d7ba 1d7c8
        70 b7: 1477
        70 314: 1a5
        70 335: 1d7d
        71: 51b 563 566 1d42a 1d45e 1d492 1d4c6 1d4fa 1d52e 1d562 1d596 1d5ca 1d5fe 1d632 1d666 1d69a
        71 314: 2a0
        72: 433 1d26 2c85 ab47 ab48 ab81 1d42b 1d45f 1d493 1d4c7 1d4fb 1d52f 1d563 1d597 1d5cb 1d5ff 1d633 1d667 1d69b
        72 27: 491
        72 6e: 6d 217f 11700 118e3 1d426 1d45a 1d48e 1d4c2 1d4f6 1d52a 1d55e 1d592 1d5c6 1d5fa 1d62e 1d662 1d696
        72 6e 326: 271
        72 6e 334: 1d6f
        72 6e 338: 20a5
        72 328: 27d
        72 329: 27c
        72 334: 1d72
        72 335: 24d 493
        73: 1bd 455 a731 abaa ff53 10448 118c1 1d42c 1d460 1d494 1d4c8 1d4fc 1d530 1d564 1d598 1d5cc 1d600 1d634 1d668 \
        1d69c
        73 73 73: 1f75c
        73 74: fb06
        73 328: 282
        73 334: 1d74
        74: 1d42d 1d461 1d495 1d4c9 1d4fd 1d531 1d565 1d599 1d5cd 1d601 1d635 1d669 1d69d
        74 66: a777
        74 73: 2a6
        74 21d: a729
        74 255: 2a8
        74 283: 2a7
        74 314: 1ad
        74 334: 1d75
        74 335: 167
        75: 28b 3c5 57d 1d1c a79f ab4e ab52 104f6 118d8 1d42e 1d462 1d496 1d4ca 1d4fe 1d532 1d566 1d59a 1d5ce 1d602 \
        1d636 1d66a 1d69e 1d6d6 1d710 1d74a 1d784 1d7be
        75 65: 1d6b
        75 6f: ab63
        75 335: 1d7e ab9c
        76: 3bd 475 5d8 1d20 2174 2228 22c1 aba9 ff56 11706 118c0 1d42f 1d463 1d497 1d4cb 1d4ff 1d533 1d567 1d59b 1d5cf \
        1d603 1d637 1d66b 1d69f 1d6ce 1d708 1d742 1d77c 1d7b6
        76 69: 2175
        76 69 69: 2176
        76 69 69 69: 2177
        77: 26f 461 51d 561 1d21 ab83 1170a 1170e 1170f 1d430 1d464 1d498 1d4cc 1d500 1d534 1d568 1d59c 1d5d0 1d604 \
        1d638 1d66c 1d6a0
        77 307: 114c5
        77 326: a761
        77 486 487: 47d
        78: d7 445 1541 157d 166e 2179 292b 292c 2a2f ff58 1d431 1d465 1d499 1d4cd 1d501 1d535 1d569 1d59d 1d5d1 1d605 \
        1d639 1d66d 1d6a1
        78 69: 217a
        78 69 69: 217b
        78 307: 2a30
        79: 263 28f 3b3 443 4af 10e7 1d8c 1eff 213d ab5a ff59 118dc 1d432 1d466 1d49a 1d4ce 1d502 1d536 1d56a 1d59e \
        1d5d2 1d606 1d63a 1d66e 1d6a2 1d6c4 1d6fe 1d738 1d772 1d7ac
        79 314: 1b4
        79 335: 24f 4b1
        7a: 1d22 ab93 118c4 1d433 1d467 1d49b 1d4cf 1d503 1d537 1d56b 1d59f 1d5d3 1d607 1d63b 1d66f 1d6a3
        7a 326: 225
        7a 328: 290
        7a 334: 1d76
        7a 335: 1b6
        7b: 2774 1d114
        7d: 2775
        7e: 2dc 1fc0 2053 223c
        7e 307: 2a6a 2e1e
        7e 308: 2368
        7e 323: 2e1f
        a3: 20a4
        a9: 24b8
        ae: 24c7
        b0: 2da 2218 25cb 25e6 2e30
        b0 43: 2103
        b0 46: 2109
        b0 308: 2364
        b0 332: 235c
        b6: 2e3f
        b7: 1427 16eb 2022 2027 2219 22c5 2e31 30fb a78f ff65 10101
        b7 34: 152f
        b7 3c: 1444
        b7 3e: 1437 1440 22d7
        b7 4a: 1498
        b7 4c: 14b6
        b7 50: 1476
        b7 55: 1457
        b7 56: 143a
        b7 62: 147e
        b7 62 307: 1480
        b7 64: 147a
        b7 b7 b7: 22ef 2d48
        b7 245: 143c
        b7 393: 14ae
        b7 394: 140e
        b7 548: 1459
        b7 1401: 140c
        b7 1404: 1410
        b7 1405: 1412
        b7 1406: 1414
        b7 140a: 1417
        b7 140b: 1419
        b7 1432: 143e
        b7 1434: 1442
        b7 1439: 1446
        b7 144f: 145b
        b7 1450: 1454 145d
        b7 1451: 145f
        b7 1455: 1461
        b7 1456: 1463
        b7 146b: 1474
        b7 146e: 1478
        b7 1470: 147c
        b7 1489: 1492
        b7 148b: 1494
        b7 148c: 1496
        b7 148e: 149a
        b7 1490: 149c
        b7 1491: 149e
        b7 14a3: 14ac
        b7 14a6: 14b0
        b7 14a7: 14b2
        b7 14a8: 14b4
        b7 14ab: 14b8
        b7 14c0: 14c9
        b7 14c2: 18c6
        b7 14c3: 18c8
        b7 14c4: 18ca
        b7 14c5: 18cc
        b7 14c7: 14cb
        b7 14c8: 14cd
        b7 14d3: 14dc
        b7 14d5: 14de
        b7 14d6: 14e0
        b7 14d7: 14e2
        b7 14d8: 14e4
        b7 14da: 14e6
        b7 14db: 14e8
        b7 14ed: 14f6
        b7 14ef: 14f8
        b7 14f0: 14fa
        b7 14f1: 14fc
        b7 14f2: 14fe
        b7 14f4: 1500
        b7 14f5: 1502
        b7 1510: 1517
        b7 1511: 1519
        b7 1512: 151b
        b7 1513: 151d
        b7 1514: 151f
        b7 1515: 1521
        b7 1516: 1523
        b7 1528: 1531
        b7 1529: 1533
        b7 152a: 1535
        b7 152b: 1537
        b7 152d: 1539
        b7 152e: 153b
        b7 1543: 18ce
        b7 1546: 18cf
        b7 1547: 18d0
        b7 1548: 18d1
        b7 1549: 18d2
        b7 154b: 18d3
        b7 154c: 154e
        b7 155a: 155b
        b7 1567: 1568
        b7 18b1: 18b3
        b7 18b4: 18b6
        b7 18b8: 18b9
        b7 18c0: 18c2
        ba: 1d52 2070
        ba 2f 2080: 25 66a 2052
        ba 2f 2080 2080: 609 2030
        ba 2f 2080 2080 2080: 60a 2031
        de: 3f7 104c4
        df: 3b2 3d0 13f0 a7b5 1d6c3 1d6fd 1d737 1d771 1d7ab
        f7: 2797
        fe: 1bf 3f8
        138: 3ba 3f0 43a 1d0b 2c95 abb6 1d6cb 1d6de 1d705 1d718 1d73f 1d752 1d779 1d78c 1d7b3 1d7c6
        138 329: 49b
        138 335: 49f
        185: 44c ab9f
        185 69: 44b
        186: 3fd 2183 a4db 10423
        18e: 2203 2d3a a4f1
        18f: 4d8
        190: 510 13cb 2107 10401 16f2d 1d221
        1a8: 3e9 1d24 a645
        1a9: 3a3 2140 2211 2d49 1d6ba 1d6f4 1d72e 1d768 1d7a2
        1ab: 13bf
        1b1: 162e 1634 2127
        1dd: 259 4d9
        1dd 6f: 1d14
        1dd 6f 335: ab42
        1dd 6f 338: ab41
        1dd 2de: 25a
        1f6: 50a
        21d: 292 4e1 10f3 2ccd a76b
        237: 575 1d6a5
        242: ab7e
        245: 39b 41b 668 6f8 1431 2d37 a4e5 a6ce 1028d 104b0 16f3d 1d6b2 1d6ec 1d726 1d760 1d79a
        245 b7: 143d
        245 326: 4c5
        24b: 1d90
        254: 37b 1d10 2184 1044b
        254 65: ab62
        254 338: ab3f
        25c: 437 1d08
        25c 326: 499
        25e: 10442
        262: 50d 13fb ab90
        270: 57a 1223
        277: 1043f
        278: 3c6 3d5 444 2cab 1d6d7 1d6df 1d711 1d719 1d74b 1d753 1d785 1d78d 1d7bf 1d7c7
        27e 334: 1d73
        27f: 2129
        280: ab71 aba2
        283: 222b ab4d
        283 283: 222c
        283 283 283: 222d
        283 283 283 283: 2a0c
        28a 335: 1d7f
        28c: 1d27 104d8
        28d: 43c 1d0d ab87
        28d 326: 4ce
        298: 2299 2609 2a00 2d59 a668 104c3
        299: 432 13fc
        29a: a79d 1042a
        29c: 43d ab8b
        29c 326: 4c8 4ca
        29c 329: 4a3
        29f: 2cd1 abae 10443
        2a1: a6cd
        2c1: 2e4
        2c7: 2d8 a67e
        2c9: af 203e 2594 fe49 fe4a fe4b fe4c ffe3
        2c9 62: 44a
        2c9 62 69: a651
        2cf: 375
        2ea: 2fb a716
        2eb: a714
        2f3: 3002
        300: 953
        301: 59c 59d 618 64e 747 954
        302: 311 65b 7ee 1cd0 a6f0
        303: 342 653
        304: 305 659 7eb 1cd2 a6f1
        306: 30c 36e 658 65a a67c
        306 307: 310 6e8 901 981 a81 b01 c00 c81 d01 114bf
        307: 358 5b9 5ba 5c1 5c2 5c4 6ec 740 741 7ed 8ea 902 a02 a82 bcd
        308: 7f3 8eb
        309: 302c
        30a: 366 5af 652 6df b82 e4d ecd 1036 17c6 17d3 2dea 309a 11300
        30a e32: e33
        30a eb2: eb3
        30b: 64b 8f0
        30e: 1cda
        312: 657
        313: 315 619 64f 8f3
        314: 65d
        316: 1ced
        323: 5b4 5c5 65c 8ed 93c 9bc a3c abc b3c 1cdd 10a3a 111ca 114c3
        324: 8ee 1cde
        325: f37 302d
        326: 321 327 339
        328: 322 345 1ab7
        329: 656 1cdc
        32b: 1cd5
        32d: 1cd9
        32e: 1cd8
        331: 320 952
        333: 347
        335: 336
        338: 337
        350: 357 8f8 8ff
        352: 900
        354: 8f9
        355: 8fa
        363: 2df6
        364: 2df7
        368: 2ded
        36f: 2def
        393: 413 13b1 14a5 213e 2c84 16f07 1d6aa 1d6e4 1d71e 1d758 1d792
        393 27: 490
        393 b7: 14af
        393 335: 492
        394: 1403 2206 25b3 2c86 2d60 10285 102a3 16f1a 1d6ab 1d6e5 1d71f 1d759 1d793 1f702
        394 b7: 140f
        394 332: 2359
        394 1420: 142c
        39e: 1d6b5 1d6ef 1d729 1d763 1d79d
        3a0: 41f 213f 220f 2ca0 a6db 1d6b7 1d6f1 1d72b 1d765 1d79f
        3a6: 424 553 1240 16f0 2caa 102b3 1d6bd 1d6f7 1d731 1d76b 1d7a5
        3a8: 470 16d8 2cae 102b5 104d1 1d6bf 1d6f9 1d733 1d76d 1d7a7
        3a9: 162f 1635 102b6 1d6c0 1d6fa 1d734 1d76e 1d7a8
        3b6: 1d6c7 1d701 1d73b 1d775 1d7af
        3bb: 2c96 104db 1d6cc 1d706 1d740 1d77a 1d7b4
        3bc: b5 1d6cd 1d707 1d741 1d77b 1d7b5
        3be: 1d6cf 1d709 1d743 1d77d 1d7b7
        3c0: 3d6 43f 1d28 213c 1d6d1 1d6e1 1d70b 1d71b 1d745 1d755 1d77f 1d78f 1d7b9 1d7c9
        3c2: 3db 1d6d3 1d70d 1d747 1d781 1d7bb
        3c7: 2cad ab53 ab55 1d6d8 1d712 1d74c 1d786 1d7c0
        3c8: 471 104f9 1d6d9 1d713 1d74d 1d787 1d7c1
        3c9: 2375 2cb1 a64d a7b7 1d6da 1d714 1d74e 1d788 1d7c2
        3c9 332: 2379
        3d7: 2ce4
        3d8: 102ad 10312
        3dd: 1d7cb
        3ec: 2cdc
        40b: 104cd
        416 329: 496
        418: 376 a6a1 10425 1d20b
        418 326 300: 48a
        428: 2cbc
        42a 6c: a650
        42d: 2108
        436 329: 497
        438 326 306: 48b
        43b: 1d2b
        43b 326: 4c6
        448: 2cbd
        459: ab60
        460: 13c7 15ef 1d222
        460 b7: 18ed
        460 486 487: 47c
        4b6: 4cb
        4b7: 4cc
        4bc 328: 4be
        4c3: 104bc
        4fe: 1d202
        548: 1260 144e 2229 22c2 a4f5 1d245
        548 27: 1468
        548 b7: 145a
        554: 20bd
        559: 2bf 2d3
        565 582: 587
        571: 1294
        574 565: fb14
        574 56b: fb15
        574 56d: fb17
        574 576: fb13
        57e 576: fb16
        596: 5ad
        598: 5ae
        599: 5a8
        59a: 5a4
        5d0: 2135 fb21
        5d0 5dc: fb4f
        5d1: 2136
        5d2: 2137
        5d3: 2138 fb22
        5d4: fb23
        5db: fb24
        5dc: fb25
        5dd: fb26
        5e2: fb20
        5e8: fb27
        5ea: fb28
        60c: 66c 2e32
        61b: 2e35
        61f: 2e2e
        621: fe80
        621 348: 6fd
        627 653: fe81 fe82
        628: fe8f fe90 fe91 fe92 1ee01 1ee21 1ee61 1ee81 1eea1
        628 6f: fca0 fce2
        628 62c: fc05 fc9c
        628 62d: fc06 fc9d
        628 62d 649: fdc2
        628 62e: fc07 fc4b fc9e fcd2
        628 62e 649: fd9e
        628 631: fc6a
        628 632: fc6b
        628 645: fc08 fc6c fc9f fce1
        628 646: fc6d
        628 649: fc09 fc0a fc6e fc6f
        628 654: 8a1
        628 6db: 751
        628 6e2: 8b6
        629: 6c3 2365 fe93 fe94
        62a: fe95 fe96 fe97 fe98 1ee15 1ee35 1ee75 1ee95 1eeb5
        62a 6f: fca5 fce4
        62a 62c: fc0b fca1
        62a 62c 645: fd50
        62a 62c 649: fd9f fda0
        62a 62d: fc0c fca2
        62a 62d 62c: fd51 fd52
        62a 62d 645: fd53
        62a 62e: fc0d fca3
        62a 62e 645: fd54
        62a 62e 649: fda1 fda2
        62a 631: fc70
        62a 632: fc71
        62a 645: fc0e fc72 fca4 fce3
        62a 645 62c: fd55
        62a 645 62d: fd56
        62a 645 62e: fd57
        62a 645 649: fda3 fda4
        62a 646: fc73
        62a 649: fc0f fc10 fc74 fc75
        62c: fe9d fe9e fe9f fea0 1ee02 1ee22 1ee42 1ee62 1ee82 1eea2
        62c 62d: fc15 fca7
        62c 62d 649: fda6 fdbe
        62c 644 20 62c 644 6c 644 6f: fdfb
        62c 645: fc16 fca8
        62c 645 62d: fd58 fd59
        62c 645 649: fda5 fda7
        62c 649: fd01 fd02 fd1d fd1e
        62d: fea1 fea2 fea3 fea4 1ee07 1ee27 1ee47 1ee67 1ee87 1eea7
        62d 62c: fc17 fca9
        62d 62c 649: fdbf
        62d 645: fc18 fcaa
        62d 645 649: fd5a fd5b
        62d 649: fcff fd00 fd1b fd1c
        62d 654: 681 772
        62d 6db: 685
        62e: fea5 fea6 fea7 fea8 1ee17 1ee37 1ee57 1ee77 1ee97 1eeb7
        62e 62c: fc19 fcab
        62e 62d: fc1a
        62e 645: fc1b fcac
        62e 649: fd03 fd04 fd1f fd20
        62f: fea9 feaa 102e1 1ee03 1ee83 1eea3
        62f 302: 6ee
        62f 324 323: 8ae
        62f 615: 688 fb88 fb89
        62f 6db: 68e fb86 fb87
        630: feab feac 1ee18 1ee98 1eeb8
        630 670: fc5b
        631: fead feae 1ee13 1ee93 1eeb3
        631 302: 6ef
        631 306: 692
        631 306 307: 8b9
        631 615: 691 fb8c fb8d
        631 633 648 644: fdf6
        631 649 6c 644: fdfc
        631 654: 76c
        631 670: fc5c
        631 6db: 698 fb8a fb8b
        632: feaf feb0 1ee06 1ee86 1eea6
        632 302: 8b2
        633: feb1 feb2 feb3 feb4 1ee0e 1ee2e 1ee4e 1ee6e 1ee8e 1eeae
        633 6f: fce8 fd31
        633 302: 77e
        633 62c: fc1c fcad fd34
        633 62c 62d: fd5d
        633 62c 649: fd5e
        633 62d: fc1d fcae fd35
        633 62d 62c: fd5c
        633 62e: fc1e fcaf fd36
        633 62e 649: fda8 fdc6
        633 631: fd0e fd2a
        633 645: fc1f fcb0 fce7
        633 645 62c: fd61
        633 645 62d: fd5f fd60
        633 645 645: fd62 fd63
        633 649: fcfb fcfc fd17 fd18
        633 6db: 634 feb5 feb6 feb7 feb8 1ee14 1ee34 1ee54 1ee74 1ee94 1eeb4
        633 6db 6f: fcea fd32
        633 6db 62c: fd09 fd25 fd2d fd37
        633 6db 62c 649: fd69
        633 6db 62d: fd0a fd26 fd2e fd38
        633 6db 62d 645: fd67 fd68
        633 6db 62d 649: fdaa
        633 6db 62e: fd0b fd27 fd2f fd39
        633 6db 631: fd0d fd29
        633 6db 645: fce9 fd0c fd28 fd30
        633 6db 645 62e: fd6a fd6b
        633 6db 645 645: fd6c fd6d
        633 6db 649: fcfd fcfe fd19 fd1a
        635: feb9 feba febb febc 102f2 1ee11 1ee31 1ee51 1ee71 1ee91 1eeb1
        635 324 323: 8af
        635 62d: fc20 fcb1
        635 62d 62d: fd64 fd65
        635 62d 649: fda9
        635 62e: fcb2
        635 631: fd0f fd2b
        635 644 639 645: fdf5
        635 644 649: fdf0 fdf9
        635 644 649 20 6c 644 644 6f 20 639 644 649 6f 20 648 633 644 645: fdfa
        635 645: fc21 fcb3
        635 645 645: fd66 fdc5
        635 649: fd05 fd06 fd21 fd22
        635 6db: 69e
        636: febd febe febf fec0 1ee19 1ee39 1ee59 1ee79 1ee99 1eeb9
        636 62c: fc22 fcb4
        636 62d: fc23 fcb5
        636 62d 649: fd6e fdab
        636 62e: fc24 fcb6
        636 62e 645: fd6f fd70
        636 631: fd10 fd2c
        636 645: fc25 fcb7
        636 649: fd07 fd08 fd23 fd24
        637: fec1 fec2 fec3 fec4 102e8 1ee08 1ee68 1ee88 1eea8
        637 62d: fc26 fcb8
        637 645: fc27 fd33 fd3a
        637 645 62d: fd71 fd72
        637 645 645: fd73
        637 645 649: fd74
        637 649: fcf5 fcf6 fd11 fd12
        637 6db: 69f
        638: fec5 fec6 fec7 fec8 1ee1a 1ee7a 1ee9a 1eeba
        638 645: fc28 fcb9 fd3b
        639: 60f fec9 feca fecb fecc 1ee0f 1ee2f 1ee4f 1ee6f 1ee8f 1eeaf
        639 62c: fc29 fcba
        639 62c 645: fd75 fdc4
        639 644 649 6f: fdf7
        639 645: fc2a fcbb
        639 645 645: fd76 fd77
        639 645 649: fd78 fdb6
        639 649: fcf7 fcf8 fd13 fd14
        63a: fecd fece fecf fed0 1ee1b 1ee3b 1ee5b 1ee7b 1ee9b 1eebb
        63a 62c: fc2b fcbc
        63a 645: fc2c fcbd
        63a 645 645: fd79
        63a 645 649: fd7a fd7b
        63a 649: fcf9 fcfa fd15 fd16
        641: 6a7 fed1 fed2 fed3 fed4 1ee10 1ee30 1ee70 1ee90 1eeb0
        641 62c: fc2d fcbe
        641 62d: fc2e fcbf
        641 62e: fc2f fcc0
        641 62e 645: fd7c fd7d
        641 645: fc30 fcc1
        641 645 649: fdc1
        641 649: fc31 fc32 fc7c fc7d
        642: fed5 fed6 fed7 fed8 1ee12 1ee32 1ee52 1ee72 1ee92 1eeb2
        642 62d: fc33 fcc2
        642 644 649: fdf1
        642 645: fc34 fcc3
        642 645 62d: fd7e fdb4
        642 645 645: fd7f
        642 645 649: fdb2
        642 649: fc35 fc36 fc7e fc7f
        643: 6a9 6aa fb8e fb8f fb90 fb91 fed9 feda fedb fedc 1ee0a 1ee2a 1ee6a
        643 6c: fc37 fc80
        643 62c: fc38 fcc4
        643 62d: fc39 fcc5
        643 62e: fc3a fcc6
        643 644: fc3b fc81 fcc7 fceb
        643 645: fc3c fc82 fcc8 fcec
        643 645 645: fdbb fdc3
        643 645 649: fdb7
        643 649: fc3d fc3e fc83 fc84
        643 6db: 6ad 763 fbd3 fbd4 fbd5 fbd6
        644: fedd fede fedf fee0 1ee0b 1ee2b 1ee4b 1ee8b 1eeab
        644 6c: fefb fefc
        644 6c 655: fef9 fefa
        644 6c 674: fef7 fef8
        644 6f: fccd
        644 306: 6b5
        644 627 653: fef5 fef6
        644 62c: fc3f fcc9
        644 62c 62c: fd83 fd84
        644 62c 645: fdba fdbc
        644 62c 649: fdac
        644 62d: fc40 fcca
        644 62d 645: fd80 fdb5
        644 62d 649: fd81 fd82
        644 62e: fc41 fccb
        644 62e 645: fd85 fd86
        644 645: fc42 fc85 fccc fced
        644 645 62d: fd87 fd88
        644 645 649: fdad
        644 649: fc43 fc44 fc86 fc87
        644 6db: 6b7
        645: fee1 fee2 fee3 fee4 1ee0c 1ee2c 1ee6c 1ee8c 1eeac
        645 6c: fc88
        645 348: 6fe
        645 62c: fc45 fcce
        645 62c 62d: fd8c
        645 62c 62e: fd92
        645 62c 645: fd8d
        645 62c 649: fdc0
        645 62d: fc46 fccf
        645 62d 62c: fd89
        645 62d 645: fd8a
        645 62d 645 62f: fdf4
        645 62d 649: fd8b
        645 62e: fc47 fcd0
        645 62e 62c: fd8e
        645 62e 645: fd8f
        645 62e 649: fdb9
        645 645: fc48 fc89 fcd1
        645 645 649: fdb1
        645 649: fc49 fc4a
        645 6db: 8a7
        646: fee5 fee6 fee7 fee8 1ee0d 1ee2d 1ee4d 1ee6d 1ee8d 1eead
        646 6f: fcd6 fcef
        646 306: 769
        646 615: 768
        646 62c 62d: fdb8 fdbd
        646 62c 645: fd97 fd98
        646 62c 649: fd99 fdc7
        646 62d: fc4c fcd3
        646 62d 645: fd95
        646 62d 649: fd96 fdb3
        646 62e: fc4d fcd4
        646 631: fc8a
        646 632: fc8b
        646 645: fc4e fc8c fcd5 fcee
        646 645 649: fd9a fd9b
        646 646: fc8d
        646 649: fc4f fc50 fc8e fc8f
        648: 8b1 feed feee 102e4 1ee05 1ee85 1eea5
        648 302: 6c9 fbe2 fbe3
        648 306: 6c6 fbd9 fbda
        648 313: 6c7 fbd7 fbd8
        648 313 674: 677 fbdd
        648 633 644 645: fdf8
        648 670: 6c8 fbdb fbdc
        648 674: 676 fe85 fe86
        648 6db: 6cb fbde fbdf
        649: 64a 66e 6ba 6cc 6d2 8bd fb9e fb9f fbae fbaf fbe8 fbe9 fbfc fbfd fbfe fbff feef fef0 fef1 fef2 fef3 fef4 \
        1ee09 1ee1c 1ee1d 1ee29 1ee49 1ee5d 1ee69 1ee7c 1ee89 1eea9
        649 6f: fcde fcf1
        649 302: 63d
        649 306: 6ce 756
        649 306 307: 8ba
        649 615: 679 6bb fb66 fb67 fb68 fb69 fba0 fba1 fba2 fba3
        649 62c: fc55 fcda
        649 62c 649: fdaf
        649 62d: fc56 fcdb
        649 62d 649: fdae
        649 62e: fc57 fcdc
        649 631: fc91
        649 632: fc92
        649 645: fc58 fc93 fcdd fcf0
        649 645 645: fd9c fd9d
        649 645 649: fdb0
        649 646: fc94
        649 649: fc59 fc5a fc95 fc96
        649 654: 8a8
        649 670: fc5d fc90
        649 674: 678 fe89 fe8a fe8b fe8c
        649 674 6c: fbea fbeb
        649 674 6f: fbec fbed fc9b fce0
        649 674 62c: fc00 fc97
        649 674 62d: fc01 fc98
        649 674 62e: fc99
        649 674 631: fc64
        649 674 632: fc65
        649 674 645: fc02 fc66 fc9a fcdf
        649 674 646: fc67
        649 674 648: fbee fbef
        649 674 648 306: fbf2 fbf3
        649 674 648 313: fbf0 fbf1
        649 674 648 670: fbf4 fbf5
        649 674 649: fbf9 fbfa fbfb fc03 fc04 fc68 fc69
        649 674 67b: fbf6 fbf7 fbf8
        649 6db: 62b 63f 67e 6bd 6d1 fb56 fb57 fb58 fb59 fe99 fe9a fe9b fe9c 1ee16 1ee36 1ee76 1ee96 1eeb6
        649 6db 6f: fce6
        649 6db 62c: fc11
        649 6db 631: fc76
        649 6db 632: fc77
        649 6db 645: fc12 fc78 fca6 fce5
        649 6db 646: fc79
        649 6db 649: fc13 fc14 fc7a fc7b
        649 6db 6e2: 8b7
        64c: 8e5 8e8 8f1
        64d: 8f2
        650: 317 61a
        655: 65f
        662: 6f2 a9cf
        663: 6f3 1e8c9
        664: 6f4
        666: 6f6
        669: 6f9 967 118e4
        670: 30d
        671: fb50 fb51
        67a: fb5e fb5f fb60 fb61
        67b: 6d0 fb52 fb53 fb54 fb55 fbe4 fbe5 fbe6 fbe7
        67f: fb62 fb63 fb64 fb65
        680: fb5a fb5b fb5c fb5d
        683: fb76 fb77 fb78 fb79
        684: fb72 fb73 fb74 fb75
        686: fb7a fb7b fb7c fb7d
        687: fb7e fb7f fb80 fb81
        68a 615: 68b
        68c: fb84 fb85
        68d: fb82 fb83
        697 615: 771
        6a1: 66f 8bb 8bc 1ee1e 1ee1f 1ee5f 1ee7e
        6a1 6db: 6a4 6a8 fb6a fb6b fb6c fb6d
        6a2 6db: 8a4
        6a6: fb6e fb6f fb70 fb71
        6ac: 762
        6af: 8b0 fb92 fb93 fb94 fb95
        6af 6db: 6b4
        6b1: fb9a fb9b fb9c fb9d
        6b3: fb96 fb97 fb98 fb99
        6c5: fbe0 fbe1
        6d2 654: fbb0 fbb1
        6d5 654: fba4 fba5
        6db: 1ab4 20db
        73c: 742
        754: 767 8a9
        905 93e: 906
        905 93e 946: 912
        905 93e 947: 913
        905 93e 948: 914
        905 946: 904
        905 949: 911
        90f 945: 90d
        90f 946: 90e
        90f 947: 910
        930 94d 907: 908
        93a: 111cb
        93d: abd
        941: ac1
        942: ac2
        946: a4b
        94d: a4d acd
        964: a830
        964 964: 965
        968: ae8
        969: ae9
        96a: aea
        96e: aee
        970: af0 26ac 110bb 111c7
        971: 2d9 d4e
        983: a03 c03 c83 d03 d83 1038 114c1
        985 9be: 986
        98b 9c3: 9e0 9e1
        998: 11492
        99a: 11494
        99c: 11496
        99e: 11498
        99f: 11499
        9a1: 1149b
        9a3: 114aa
        9a4: 1149e
        9a5: 1149f
        9a6: 114a0
        9a7: 114a1
        9a8: 114a2
        9aa: 114a3
        9ac: 114a9
        9ae: 114a7
        9af: 114a8
        9b0: 114ab
        9b2: 1149d
        9b7: 114ad
        9b8: 114ae
        9bd: 114c4
        9be: 114b0
        9bf: 114b1
        9c7: 114b9
        9cd: 114c2
        9d7: 114bd
        9e7: 114d1
        9e8: 114d2
        9ec: 114d6
        a05 a3e: a06
        a05 a48: a10
        a05 a4c: a14
        a72 a3f: a07
        a72 a40: a08
        a72 a47: a0f
        a73 a41: a09
        a73 a42: a0a
        a85 abe: a86
        a85 abe ac5: a91
        a85 abe ac7: a93
        a85 abe ac8: a94
        a85 ac5: a8d
        a85 ac7: a8f
        a85 ac8: a90
        b05 b3e: b06
        b85: bee
        b88: bb0 bbe
        b88 bc1: beb
        b89: be8 d09
        b89 bb3: b8a
        b89 d57: d0a
        b8e: bed
        b8e bb5: bf7
        b90: b9c d1c
        b95: be7
        b9a: bea
        b9a bc1: bec
        b9a bc2: bf2
        b9f bbf: d3a
        ba3: d23
        ba8 bc0: bfa
        ba9: bc8
        bae bc0: bf4
        baf: bf0
        bb3: bd7
        bb4: d34
        bb6: d36
        bb7: bf8
        bbf: d3f d40
        bf3: bf5
        c05: c85
        c06: c86
        c07: c87
        c0b c3e: c60
        c0c c3e: c61
        c12: c92
        c12 c4c: c14 c94
        c12 c55: c13 c93
        c1c: c9c
        c1e: c9e
        c21 323: c22
        c23: ca3
        c27 5bc: c25
        c2c 323: c2d
        c2f: caf
        c30 5bc: c20
        c31: cb1
        c32: cb2
        c35 323: c37
        c35 c3e: c39
        c35 c41: c2e
        c41 c3e: c42
        c43 c3e: c44
        c67: ce7
        c68: ce8
        c6f: cef
        c8c cbe: ce1
        d07 d57: d08
        d0e d46: d10
        d12 d3e: d13
        d12 d57: d14
        d1e: d61
        d26 d4d d30: d6b
        d28 d41: d0c d19 d79
        d28 d4d: d6f d7b
        d28 d4d d28: d6c
        d28 d4d d2e: d5a
        d30: d31
        d30 d4d: d6a d7c
        d35 d4d d30: d6e
        d39 d4d d2e: d76
        d41: d42 d43
        d46 d46: d48
        da2: dea
        daf: deb
        de8 dcf: de9
        de8 dd3: def
        e02: e03
        e04: e14 e15
        e06: e21
        e08: e88
        e0a: e0b
        e0e: e0f
        e11: e17
        e1a: e9a
        e1b: e9b
        e1d: e9d
        e1e: e9e
        e1f: e9f
        e20: e26
        e22: e8d
        e2f: 17d4
        e32: e45
        e34: 17b7
        e35: 17b8
        e36: 17b9
        e37: 17ba
        e38: eb8
        e39: eb9
        e40 e40: e41
        e48: ec8 17cb
        e49: ec9
        e4a: eca
        e4b: ecb
        e4f: 17d9
        e5a: 17d5
        e5b: 17da
        eab e99: edc
        eab ea1: edd
        f0b: f0c
        f0d f0d: f0e
        f1a f1a: f1b
        f1a f1d: f1f
        f1d f1a: fce
        f1d f1d: f1e
        f60 f74 f82 f14: f03
        f60 f74 f82 f7f: f02
        f62: f6a
        f68 f7c f7e: f00
        fb2 f71 f80: f77
        fb3 f71 f80: f79
        1002 102c: 1000
        1002 103e: 1081
        1003 103e: 1070
        1015 102c: 101f
        1015 102c 103e: 106f
        1015 103e: 1066
        101e 103c: 1029
        101e 103c 1031 102c 103a: 102a
        1041: 1065
        104a 104a: 104b
        107d 103e: 107e
        1083 30a: 109e
        1100: 11a8 3131
        1100 1100: 1101 11a9 3132
        1100 1102: 11fa
        1100 1103: 115a
        1100 1105: 11c3
        1100 1107: 11fb
        1100 1109: 11aa 3133
        1100 1109 1100: 11c4
        1100 110e: 11fc
        1100 110f: 11fd
        1100 1112: 11fe
        1102: 11ab 3134
        1102 1100: 1113 11c5
        1102 1102: 1114 11ff 3165
        1102 1103: 1115 11c6 3166
        1102 1105: d7cb
        1102 1107: 1116
        1102 1109: 115b 11c7 3167
        1102 110c: 115c 11ac 3135
        1102 110e: d7cc
        1102 1110: 11c9
        1102 1112: 115d 11ad 3136
        1102 1140: 11c8 3168
        1103: 11ae 3137
        1103 1100: 1117 11ca
        1103 1103: 1104 3138 d7cd
        1103 1103 1107: d7ce
        1103 1105: 115e 11cb
        1103 1106: a960
        1103 1107: a961 d7cf
        1103 1109: a962 d7d0
        1103 1109 1100: d7d1
        1103 110c: a963 d7d2
        1103 110e: d7d3
        1103 1110: d7d4
        1105: 11af 3139
        1105 1100: 11b0 313a a964
        1105 1100 1100: a965 d7d5
        1105 1100 1109: 11cc 3169
        1105 1100 1112: d7d6
        1105 1102: 1118 11cd
        1105 1103: 11ce 316a a966
        1105 1103 1103: a967
        1105 1103 1112: 11cf
        1105 1105: 1119 11d0
        1105 1105 110f: d7d7
        1105 1106: 11b1 313b a968
        1105 1106 1100: 11d1
        1105 1106 1109: 11d2
        1105 1106 1112: d7d8
        1105 1107: 11b2 313c a969
        1105 1107 1103: d7d9
        1105 1107 1107: a96a
        1105 1107 1109: 11d3 316b
        1105 1107 110b: 11d5 a96b
        1105 1107 1111: d7da
        1105 1107 1112: 11d4
        1105 1109: 11b3 313d a96c
        1105 1109 1109: 11d6
        1105 110b: 111b d7dd
        1105 110c: a96d
        1105 110f: 11d8 a96e
        1105 1110: 11b4 313e
        1105 1111: 11b5 313f
        1105 1112: 111a 113b 11b6 3140 d7f2
        1105 1140: 11d7 316c
        1105 114c: d7db
        1105 1159: 11d9 316d
        1105 1159 1112: d7dc
        1106: 11b7 3141
        1106 1100: 11da a96f
        1106 1102: d7de
        1106 1102 1102: d7df
        1106 1103: a970
        1106 1105: 11db
        1106 1106: d7e0
        1106 1107: 111c 11dc 316e
        1106 1107 1109: d7e1
        1106 1109: 11dd 316f a971
        1106 1109 1109: 11de
        1106 110b: 111d 11e2 3171
        1106 110c: d7e2
        1106 110e: 11e0
        1106 1112: 11e1
        1106 1140: 11df 3170
        1107: 11b8 3142
        1107 1100: 111e 3172
        1107 1102: 111f
        1107 1103: 1120 3173 d7e3
        1107 1105: 11e3
        1107 1105 1111: d7e4
        1107 1106: d7e5
        1107 1107: 1108 3143 d7e6
        1107 1107 110b: 112c 3179
        1107 1109: 1121 11b9 3144
        1107 1109 1100: 1122 3174
        1107 1109 1103: 1123 3175 d7e7
        1107 1109 1107: 1124
        1107 1109 1109: 1125
        1107 1109 110c: 1126
        1107 1109 1110: a972
        1107 110b: 112b 11e6 3178
        1107 110c: 1127 3176 d7e8
        1107 110e: 1128 d7e9
        1107 110f: a973
        1107 1110: 1129 3177
        1107 1111: 112a 11e4
        1107 1112: 11e5 a974
        1109: 11ba 3145
        1109 1100: 112d 11e7 317a
        1109 1102: 112e 317b
        1109 1103: 112f 11e8 317c
        1109 1105: 1130 11e9
        1109 1106: 1131 d7ea
        1109 1107: 1132 11ea 317d
        1109 1107 1100: 1133
        1109 1107 110b: d7eb
        1109 1109: 110a 11bb 3146
        1109 1109 1100: d7ec
        1109 1109 1103: d7ed
        1109 1109 1107: a975
        1109 1109 1109: 1134
        1109 110b: 1135
        1109 110c: 1136 317e d7ef
        1109 110e: 1137 d7f0
        1109 110f: 1138
        1109 1110: 1139 d7f1
        1109 1111: 113a
        1109 1140: d7ee
        110b: 11bc 3147
        110b 1100: 1141 11ec
        110b 1100 1100: 11ed
        110b 1103: 1142
        110b 1105: a976
        110b 1106: 1143
        110b 1107: 1144
        110b 1109: 1145 11f1 3182
        110b 110b: 1147 11ee 3180
        110b 110c: 1148
        110b 110e: 1149
        110b 110f: 11ef
        110b 1110: 114a
        110b 1111: 114b
        110b 1112: a977
        110b 1140: 1146 11f2 3183
        110c: 11bd 3148
        110c 1107: d7f7
        110c 1107 1107: d7f8
        110c 110b: 114d
        110c 110c: 110d 3149 d7f9
        110c 110c 1112: a978
        110e: 11be 314a
        110e 110f: 1152
        110e 1112: 1153
        110f: 11bf 314b
        1110: 11c0 314c
        1110 1110: a979
        1111: 11c1 314d
        1111 1107: 1156 11f3
        1111 1109: d7fa
        1111 110b: 1157 11f4 3184
        1111 1110: d7fb
        1111 1112: a97a
        1112: 11c2 314e
        1112 1102: 11f5
        1112 1105: 11f6
        1112 1106: 11f7
        1112 1107: 11f8
        1112 1109: a97b
        1112 1112: 1158 3185
        113c 113c: 113d
        113e 113e: 113f
        1140: 11eb 317f
        1140 1107: d7f3
        1140 1107 110b: d7f4
        114c: 11f0 3181
        114c 1106: d7f5
        114c 1112: d7f6
        114e 114e: 114f
        1150 1150: 1151
        1159: 11f9 3186
        1159 1159: a97c
        1160: 3164
        1161: 314f
        1161 1169: 1176
        1161 116e: 1177
        1161 30fc: 11a3
        1161 4e28: 1162 3150
        1163: 3151
        1163 1169: 1178
        1163 116d: 1179
        1163 116e: 11a4
        1163 4e28: 1164 3152
        1165: 3153
        1165 1169: 117a
        1165 116e: 117b
        1165 30fc: 117c
        1165 4e28: 1166 3154
        1167: 3155
        1167 1163: 11a5
        1167 1169: 117d
        1167 116e: 117e
        1167 4e28: 1168 3156
        1169: 3157
        1169 1161: 116a 3158
        1169 1161 4e28: 116b 3159
        1169 1163: 11a6
        1169 1163 4e28: 11a7
        1169 1165: 117f
        1169 1165 4e28: 1180
        1169 1167: d7b0
        1169 1167 4e28: 1181
        1169 1169: 1182
        1169 1169 4e28: d7b1
        1169 116e: 1183
        1169 4e28: 116c 315a
        116d: 315b
        116d 1161: d7b2
        116d 1161 4e28: d7b3
        116d 1163: 1184 1186 3187
        116d 1163 4e28: 1185 3188
        116d 1165: d7b4
        116d 1169: 1187
        116d 4e28: 1188 3189
        116e: 315c
        116e 1161: 1189
        116e 1161 4e28: 118a
        116e 1165: 116f 315d
        116e 1165 30fc: 118b
        116e 1165 4e28: 1170 315e
        116e 1167: d7b5
        116e 1167 4e28: 118c
        116e 116e: 118d
        116e 4e28: 1171 315f
        116e 4e28 4e28: d7b6
        1172: 3160
        1172 1161: 118e
        1172 1161 4e28: d7b7
        1172 1165: 118f
        1172 1165 4e28: 1190
        1172 1167: 1191 318a
        1172 1167 4e28: 1192 318b
        1172 1169: d7b8
        1172 116e: 1193
        1172 4e28: 1194 318c
        119e: 318d
        119e 1161: d7c5
        119e 1165: 119f
        119e 1165 4e28: d7c6
        119e 116e: 11a0
        119e 119e: 11a2
        119e 4e28: 11a1 318e
        1206: 544
        1261: 54c
        12ae: 53b
        1323: 54a
        1401 b7: 140d
        1401 1420: 142b
        1404 b7: 1411
        1405 b7: 1413
        1405 1420: 142d
        1406 b7: 1415
        140a b7: 1418
        140a 1420: 142e
        140b b7: 141a
        141e 18df: 18dd
        1421: 14d1
        1429: 1540
        1432 b7: 143f
        1434 b7: 1443
        1435: 2369
        1439 b7: 1447
        144f b7: 145c
        1450: 2283 2e27
        1450 27: 1469
        1450 2f: 27c9
        1450 b7: 145e
        1450 1455: 2ad7
        1451 b7: 1460
        1455: 2282 2e26
        1455 27: 146a
        1455 b7: 1462
        1456 b7: 1464
        146b 27: 1485
        146b b7: 1475
        146e b7: 1479
        1470 b7: 147d
        1489: 1603
        1489 b7: 1493
        148b b7: 1495
        148c b7: 1497
        148e b7: 149b
        1490: 1602
        1490 b7: 149d
        1491 b7: 149f
        14a3 b7: 14ad
        14a6 b7: 14b1
        14a7 b7: 14b3
        14a8 b7: 14b5
        14ab b7: 14b9
        14c0 b7: 14ca
        14c2 b7: 18c7
        14c3 b7: 18c9
        14c4 b7: 18cb
        14c5 b7: 18cd
        14c7 b7: 14cc
        14c8 b7: 14ce
        14d3: 1604
        14d3 b7: 14dd
        14d5 b7: 14df
        14d6 b7: 14e1
        14d7 b7: 14e3
        14d8 b7: 14e5
        14da: 1607
        14da b7: 14e7
        14db b7: 14e9
        14ed b7: 14f7
        14ef b7: 14f9
        14f0 b7: 14fb
        14f1 b7: 14fd
        14f2 b7: 14ff
        14f4 b7: 1501
        14f5 b7: 1503
        150b 3c: 150c
        150b 62: 150e
        150b 1455: 150d
        150b 1490: 150f
        1510 b7: 1518
        1511 b7: 151a
        1512 b7: 151c
        1513 b7: 151e
        1514 b7: 1520
        1515 b7: 1522
        1516 b7: 1524
        1528 b7: 1532
        1529 b7: 1534
        152a b7: 1536
        152b b7: 1538
        152d b7: 153a
        152e b7: 153c
        1543: 1622
        1543 b7: 18e0
        1546: 1623
        154a: 1624
        154c b7: 154f
        1550 50: 157f
        1550 62: 1583
        1550 62 307: 1584
        1550 64: 1581
        1550 146b: 166f
        1550 146c: 157e
        1550 146e: 1580
        1550 1470: 1582
        1550 1483: 1585
        155a b7: 155c
        155e b7: 18e3
        1566 b7: 18e4
        1567 b7: 1569
        156b b7: 18e5
        1586 b7: 18e8
        1595 4a: 1591
        1595 1489: 1670
        1595 148a: 158e
        1595 148b: 158f
        1595 148c: 1590
        1595 148e: 1592
        1595 1490: 1593
        1595 1491: 1594
        1596 4a: 1673
        1596 148b: 1671
        1596 148c: 1672
        1596 148e: 1674
        1596 1490: 1675
        1596 1491: 1676
        1597 b7: 18ea
        15a7 b7: 1677
        15a8 b7: 1678
        15a9 b7: 1679
        15aa b7: 167a
        15ab b7: 167b
        15ac b7: 167c
        15ad b7: 167d
        15d2: 2aab
        15d5: 2aaa
        15e1: a4f7
        15f4 b7: 18f0
        161b b7: 18f2
        1646: 1dbb
        1660: a4ed
        16b9: a6b0
        16bc: 16e1
        16bd: 16c2 237f
        16cb: 1d23f
        16cf: 2191
        16d0: 21bf
        16d0 16da: 2963
        16d0 21c2: 296e
        16da: 21be 2a21
        16dc: 22c4 25c7 25ca 2662 10294 118b7 1f754
        16dc 332: 235a
        16de: 22c8 2a1d
        16e6: 104d0
        16e8: 2195
        16ef: 2d63
        17a2: 17a3
        1835: 1855
        185c: 1896
        18d4: 1dba
        18d6: 1d3e
        18df 141e: 18dc
        18f3: 2e1
        18f4: 2b3
        18f5: 2e2 18db
        199e: 19d0
        19b1: 19d1
        1a45: 1a80 1a90
        1aa8 1aa8: 1aa9
        1aaa 1aa8: 1aab
        1b0d: 1b52
        1b11: 1b53
        1b28: 1b58
        1b50: 1b5c
        1b5e 1b5e: 1b5f
        1c3b 1c3b: 1c3c
        1c7e 1c7e: 1c7f
        1d00: ab7a
        1d05: ab70
        1d07: ab7c
        1d0a: ab7b
        1d0e: 377 438 1044d
        1d18: 1d29 abb2
        1d19: 44f
        1d1b: 3c4 442 ab72 1d6d5 1d70f 1d749 1d783 1d7bd
        1d1b 329: 4ad
        1d34: 1d78
        1d4b: 1d9f
        1d4d: 1da2
        1ddf: 2de8
        1e9f: 3b4 56e 1577 2e39 1d6c5 1d6ff 1d739 1d773 1d7ad
        2081 2080: 23e8
        20b8: 3012 3036
        20e9: a66f
        2117: 24c5
        2132: 15b5 a4de
        2144: 1d21b
        219e: 2bec
        219f: 2bed
        21a0: 2bee
        21a1: 2bef
        21b2: 21b5
        21c3 16da: 296f
        21c3 21c2: 2965
        2202: 1d6db 1d715 1d74f 1d789 1d7c3 1e8cc
        2202 335: f0 1e8cd
        2205: 2300
        2207: 118a8 1d6c1 1d6fb 1d735 1d76f 1d7a9
        2207 308: 2362
        2207 334: 236b
        220e: 2588 25a0
        2210: 2a3f
        2220: 1e8c8
        2227: 22c0
        222e 222e: 222f
        222e 222e 222e: 2230
        2234: 2e2b
        2235: 2e2a
        2237: 2e2c
        2248: 111de
        224f: 264e 1f75e
        2261: 2263
        228d: 2a03
        228e: 2a04
        228f: 1d238
        2290: 1d239
        2293: 2a05
        2294: 2a06
        2297: 2a02
        229b: 235f
        22a0: 1f771
        22a1: 1f755
        22b2: 25c1
        22b3: 25b7
        22c6 308: 2363
        2307: fe34
        2312: 25e0
        2319: 2a3d
        2324: 2325
        233b: 29c7
        233e: 25ce 29be
        2342: 29c5
        2349: 29b0
        234b: 23c3
        234e: 23c2
        2355: 23c1
        236d: 23c6
        2388: 2638
        23dc: fe35
        23dd: fe36
        23de: fe37
        23df: fe38
        23e0: fe39
        23e1: fe3a
        23e5: 25b1
        23fb: 23fc
        24be: 24db
        2502: 2503 fe31 ff5c
        250c: 250f
        251c: 2523
        258c: 2590
        2596: 2597
        2598: 259d
        25a1: 2610
        25aa: ffed
        25b6: 25b8 25ba
        2627: 2ce9
        2629: 1f70a
        263d: 1f312 1f319
        263e: 23fe 1f318
        276c: 27e8 3008 304f 31db 21fe8
        276d: 27e9 3009
        2780: 2460
        2781: 2461
        2782: 2462
        2783: 2463
        2784: 2464
        2785: 2465
        2786: 2466
        2787: 2467
        2788: 2468
        2789: 2469
        27e6: 301a
        27e7: 301b
        299a: 29d9
        29df: 1f73a
        2a1f: 2a3e
        2c3f: a992
        2c6f: 15c4 2200 a4ef 1d217
        2c70: 1041f
        2c75: 370 13a8 13b0 a6b1
        2c76: ab80
        2cb6: 2630
        2ce8: 101a0
        2d40: 102b8
        2d42: 205e 2999 2e3d
        2d57: 205d 22ee fe19
        2dec: 1dee
        301c: ff5e
        303c: 2341 29c4
        3078: 30d8
        30fc: 1173 2014 2015 2500 2501 2f00 3161 31d0 4e00 a7f7 ff0d
        30fc 1161: d7b9
        30fc 1165: d7ba
        30fc 1165 4e28: d7bb
        30fc 1169: d7bc
        30fc 116e: 1195
        30fc 30fc: 1196
        30fc 4e28: 1174 3162
        30fc 4e28 116e: 1197
        33c4 9 20dd: 1f16d
        353e: 2e8b
        3588: 439b
        363d: 39b3
        38fa: 2e97
        3a41: 6409
        3ada: 66f6
        3b35: 80f6
        3b3a: 5e50
        3b3b: 4420
        3ba3: 69e9
        4039: 9fc3
        403f: 6663
        4443: 6726
        46b6: 8a1e
        4e28: 1175 239c 239f 23a2 23a5 23aa 23ae 2f01 3163 31d1
        4e28 1161: 1198
        4e28 1163: 1199
        4e28 1163 1169: d7bd
        4e28 1163 4e28: d7be
        4e28 1167: d7bf
        4e28 1167 4e28: d7c0
        4e28 1169: 119a
        4e28 1169 4e28: d7c1
        4e28 116d: d7c2
        4e28 116e: 119b
        4e28 1172: d7c3
        4e28 119e: 119d
        4e28 30fc: 119c
        4e28 4e28: d7c4
        4e2c: 2ea6
        4e59: 2f04 31e0
        4e5a: 2e83 31df
        4e5b: 2e82 31d6
        4e80: 2ef2
        4e85: 2f05 31da
        4e8c: 2f06 30cb
        4ea0: 2f07
        4eba: 2f08
        4ebb: 2e85 30a4
        4f75: 5002
        5024: 503c
        513f: 2f09
        5140: 2e8e
        5165: 2f0a
        516b: 2f0b 30cf
        5182: 2f0c
        5196: 2f0d
        51ab: 2f0e
        51e0: 2f0f
        51f5: 2f10
        5200: 2f11
        5202: 2e89
        529b: 2f12 30ab
        52f9: 2f13
        5315: 2f14
        531a: 2f15
        5338: 2f16
        5341: 2f17 3038
        5344: 3039
        5345: 303a
        534d: fd6
        5350: fd5
        535c: 2f18 30c8
        5369: 2f19
        5382: 2f1a
        53b6: 2f1b
        53c8: 2f1c
        53e3: 2f1d 2f1e 30ed 56d7
        5553: 555f
        571f: 2f1f 2f20 58eb
        5861: 586b
        58ab: 58ff
        5902: 2f21
        590a: 2f22
        5915: 2f23 30bf
        5927: 2f24
        5973: 2f25
        5aaf: 5b00
        5b50: 2f26
        5b80: 2f27
        5bf8: 2f28
        5c0f: 2f29
        5c22: 2e90 2f2a
        5c23: 2e8f
        5c38: 2f2b
        5c6e: 2f2c
        5c71: 2f2d
        5ddb: 2f2e
        5de5: 2f2f 30a8
        5df1: 2f30
        5df3: 2e92
        5dfe: 2f31
        5e21: 5e32
        5e72: 2f32
        5e7a: 2e93 2f33
        5e7f: 2f34
        5ef4: 2f35
        5efe: 2f36
        5f0b: 2f37
        5f13: 2f38
        5f50: 2f39
        5f51: 2e94
        5f61: 2f3a
        5f73: 2f3b
        5fc3: 2f3c
        5fc4: 2e96
        6208: 2f3d
        6236: 2f3e 6238
        624b: 2f3f
        624c: 2e98
        652f: 2f40
        6534: 2f41
        6535: 2e99
        6587: 2f42
        6589: 2eeb
        6597: 2f43
        65a4: 2f44
        65b9: 2f45
        65e0: 2f46
        65e1: 2e9b
        65e5: 2f47
        665a: 6669
        66f0: 2f48
        6708: 2f49
        670c: 80a6
        670f: 80d0
        6710: 80ca
        6713: 8101
        6718: 8127
        6723: 81a7
        6728: 2f4a
        676e: 67ff
        699d: 6a27
        6b20: 2f4b
        6b62: 2f4c
        6b6f: 2eed
        6b79: 2f4d
        6b7a: 2e9e
        6bb3: 2f4e
        6bcb: 2f4f
        6bcd: 2e9f
        6bd4: 2f50
        6bdb: 2f51
        6c0f: 2f52
        6c11: 2ea0
        6c14: 2f53
        6c34: 2f54
        6c35: 2ea1
        6c3a: 2ea2
        6e88: 6f59
        706b: 2f55
        706c: 2ea3
        722a: 2f56
        722b: 2ea4
        7236: 2f57
        723b: 2f58
        723f: 2f59
        7247: 2f5a
        7259: 2f5b
        725b: 2f5c
        72ac: 2f5d
        72ad: 2ea8
        7384: 2f5e
        7389: 2f5f
        74dc: 2f60
        74e6: 2f61
        7518: 2f62
        751f: 2f63
        7528: 2f64
        7530: 2f65
        758b: 2f66
        7592: 2f67
        7676: 2f68
        767d: 2f69
        76ae: 2f6a
        76bf: 2f6b
        76ee: 2f6c
        77db: 2f6d
        77e2: 2f6e
        77f3: 2f6f
        7814: 784f
        793a: 2f70
        793b: 2ead
        79b8: 2f71
        79be: 2f72
        7a74: 2f73
        7acb: 2f74
        7adc: 2eef
        7af9: 2f75
        7c73: 2f76
        7cf8: 2f77
        7cf9: 2eaf
        7d55: 7d76
        7f36: 2f78
        7f51: 2f79
        7f52: 2eab 2eb2
        7f53: 2eb1
        7f8a: 2f7a
        7fbd: 2f7b
        8001: 2f7c
        8002: 2eb9
        800c: 2f7d
        8012: 2f7e
        8033: 2f7f
        807f: 2f80
        8080: 2eba
        8089: 2f81
        80fc: 8141
        81e3: 2f82
        81ea: 2f83
        81f3: 2f84
        81fc: 2f85
        820c: 2f86
        821b: 2f87
        821f: 2f88
        826e: 2f89
        8272: 2f8a
        8278: 2f8b
        8279: 2ebe 2ebf 2ec0
        848d: 853f
        8637: 8641
        864d: 2f8c
        864e: 2ec1
        866b: 2f8d
        8840: 2f8e
        884c: 2f8f
        8863: 2f90
        8864: 2ec2
        897e: 2f91
        897f: 2ec4
        8980: 2ec3
        898b: 2f92
        89c1: 2ec5
        89d2: 2f93
        8a00: 2f94
        8a2e: 8a7d
        8b86: 8b8f
        8ba0: 2ec8
        8c37: 2f95
        8c46: 2f96
        8c55: 2f97
        8c5c: 8c63
        8c78: 2f98
        8c9d: 2f99
        8d1d: 2ec9
        8d64: 2f9a
        8d70: 2f9b
        8d7f: 8d86
        8db3: 2f9c
        8de5: 8dfa
        8e97: 8e9b
        8eab: 2f9d
        8eca: 2f9e
        8eff: 8f27
        8f66: 2ecb
        8f9b: 2f9f
        8fb0: 2fa0
        8fb5: 2fa1
        8fb6: 2ecc 2ecd
        9091: 2fa2
        90ce: 90de
        9149: 2fa3
        91c6: 2fa4
        91cc: 2fa5
        91d1: 2fa6
        93ad: 93ae
        9485: 2ed0
        9577: 2ed1 2fa7
        9578: 2ed2
        957f: 2ed3
        9580: 2fa8
        95e8: 2ed4
        961c: 2fa9
        961d: 2ecf 2ed6
        96b6: 2faa
        96b7: 96b8
        96b9: 2fab
        96e8: 2fac
        9751: 2fad
        9752: 2ed8
        975e: 2fae
        9762: 2faf
        9769: 2fb0
        97cb: 2fb1
        97e6: 2ed9
        97ed: 2fb2
        97f3: 2fb3
        9801: 2fb4
        9875: 2eda
        98a8: 2fb5
        98ce: 2edb
        98db: 2fb6
        98de: 2edc
        98df: 2edd 2fb7
        98e0: 2edf
        9963: 2ee0
        9996: 2fb8
        9999: 2fb9
        99ac: 2fba
        9a6c: 2ee2
        9aa8: 2fbb
        9ad8: 2fbc
        9adf: 2fbd
        9b25: 2fbe
        9b2f: 2fbf
        9b32: 2fc0
        9b3c: 2ee4 2fc1
        9b5a: 2fc2
        9c7c: 2ee5
        9ce5: 2fc3
        9e42: 9e43
        9e75: 2fc4
        9e7f: 2fc5
        9ea5: 2fc6
        9ea6: 2ee8
        9ebb: 2fc7
        9ec3: 2fc8
        9ec4: 2ee9
        9ecd: 2fc9
        9ed1: 2fca 9ed2
        9ef9: 2fcb
        9efd: 2fcc
        9f0e: 2fcd
        9f13: 2fce
        9f20: 2fcf
        9f3b: 2fd0
        9f4a: 2fd1
        9f50: 2eec
        9f52: 2fd2
        9f7f: 2eee
        9f8d: 2fd3
        9f99: 2ef0
        9f9c: 2fd4
        9f9f: 2ef3
        9fa0: 2fd5
        a04a: a49e
        a050: a4ac
        a0c0: a49c
        a132: a4a8
        a259: a4bf
        a2b1: a4be
        a2cd: a494
        a3ab: a4c0
        a3b5: a4c2
        a3bf: a4ba
        a3c2: a4b0
        a458: a4a7
        a4d5: 22a5 27c2 a7b1 1d21c
        a4e4: a79e
        a4e8: 2141
        a4f6: 2142 10411 16f26 1d215 1d22b
        a64c: a7b6
        a658: 16f1c 1f701
        a669: 104eb
        a6f3 a6f3: a6f4
        a727: a795
        a73e: 3ff
        a73f: 37d
        a770: 2079
        a779: a77a
        a786: 10a0
        a792: 404 20ac 2c88
        a793: 25b 3b5 3f5 454 511 22f4 2c89 ab9b 10429 118ce 1d6c6 1d6dc 1d700 1d716 1d73a 1d750 1d774 1d78a 1d7ae 1d7c4
        a793 332: 2377
        a7fb: 15b7 1d230
        a8fb: 111dc
        a8fc: 111db
        a99d: a9a3
        a9d0: a9c6
        aa01: aa53
        aa23: aa56
        fe3f: ff3e
        fe72 651: fc5e
        fe74 651: fc5f
        fe76 651: fc60
        fe77 651: fcf2
        fe78 651: fc61
        fe79 651: fcf3
        fe7a 651: fc62
        fe7b 651: fcf4
        fe7c 670: fc63
        ff9e: 309b
        ff9f: 309c
        102a8: 2295 2a01 a69a 1f728
        102bc: 25bd 1d214 1f704
        102c0: 29d6
        10382: 103d1
        10393: 103d3
        1039a: 12038
        10412: a79a
        1043a: a79b
        10486: 104a0
        1099e: 2625 132f9
        10a56 10a56: 10a57
        10c82: 10cfc
        10ca5: 10cfa
        11434 11442 11412: 11413
        11434 11442 11418: 11419
        11434 11442 11423: 11424
        11434 11442 11429: 1142a
        11434 11442 1142c: 1142d
        11434 11442 1142e: 1142f
        1144b 1144b: 1144c
        11582: 115d8 115d9
        11583: 115da
        11584: 115db
        115b2: 115dc
        115b3: 115dd
        11641 11641: 11642
        11ae5 11ae5: 11ae8
        11ae5 11ae5 11aef: 11ae9
        11ae5 11ae5 11af0: 11aea
        11ae5 11aef: 11ae6
        11ae5 11af0: 11ae7
        11aeb 11aeb: 11aed
        11aeb 11aeb 11aef: 11aee
        11aeb 11aef: 11aec
        11af3 11aef: 11af4
        11af3 11af0: 11af5
        11af3 11af3: 11af6
        11af3 11af3 11aef: 11af7
        11af3 11af3 11af0: 11af8
        11c41 11c41: 11c42
        11caa: 11cb2
        16f00: 2143
        1d158 1d165: 2669
        1d158 1d165 1d16e: 266a
        1f10d: 24ea
        1f10e: 21ba
        """
}
