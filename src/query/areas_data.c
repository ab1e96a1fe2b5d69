// SPDX-License-Identifier: Apache-2.0
// Made by tools/areas/generate.mjs; do not edit. Natural Earth 4.1.0, 1:50m Admin 0 countries,
// public domain. Lines that two countries share stand once ("arcs"), as in TopoJSON.
// clang-format off
#include "query/areas_data.h"

// Both compilers take strings longer than the 4,095 bytes that C promises.
#pragma GCC diagnostic ignored "-Woverlength-strings"

const struct area_grid area_grid = {0.0036000360003600037, 0.001736003453784538, -180, -89.999};

const size_t area_arc_count = 1959;
const char *const area_arcs[1959] = {
    "csqBs`kAp@aAbAk@vAQpBFhCb@tCk@~C{BdCk@|Ct@F@",
    "wqpBchkAXi@j@yAfAORUN_@Jk@Bm@KuCDORQd@Q~AaAvBaA`EeAjASPUTu@d@iD`@oBrAmDLu@CiCGmBG}AByA@kBC"
    "iAJ_@\\UtAIhBB@oBHkDRcBVs@n@u@`BiAbCoBpBeD~BmEh@c@n@aEfAkICmBHu@fAcDLsALuAnBoFd@gB\\eCZiBX"
    "k@^gATsAH}@GqAKy@",
    "ojnBqfpAiBz@{@Bm@[w@d@cAjBiATmAcAkBRgCjBoBTeC_BwBgGoByFmB_HcAgF_B}DaCqCaCyBgEwCi@{BKgC?{DI"
    "yBUw@_@k@k@w@cCoCmB{AgC{@qC?mC?qAA",
    "ucqB_trA?tDEjEORkBBkDNcDLiBrCc@\\mBf@kCvFgDTsBlAeBrAy@dBe@Vs@FYFDhA`@zBCpDo@tFEtENxJAlJC`C"
    "GtAIn@@t@ZxCT`D@~@Fl@Nf@hAhAJl@?rAGdA[Xa@f@Kr@?v@HdB\\hD]bEa@|Bk@pCSxA@`AD|@bAjGp@dDz@pDnA"
    "nBRt@F|@AdC@hCbAvEi@vDHPVX`BnE`BpEfAxCrAnDzAbElAdDnAvB",
    "ojnBqfpA|AwDp@kAd@[lB]~Fi@XHhBb@bCl@nBj@vBn@",
    "{imBalpAlB_E|BwE`CsF`B}Dn@mBtAoC|@eAVc@z@aK`@aJ?iG?qJ?qJ?qJ?oJ?qJ?qJ?qJ?qJ?sD_C?oC?wC?eD?c"
    "D?eD?sB?]Ac@KAc@n@uDC_AK{BSiBYkCAqARkGAuCE{CEsCFeBGw@OoAGyAIg@@c@HaAFwCJqEJuC",
    "atmBw_xASFi@LShAKpA[BiAn@YbAOnCHhAVz@Wr@q@b@[KsAaB_@Qk@Qg@YmBk@{@Sa@c@W?QZNdBDzAUjDOnAc@x@"
    "Y\\[|@{@KaCvAg@f@w@h@e@LgC\\q@T{AZiABu@Kc@YU[IUOuA[yDIu@[Yc@QS\\WlEeBxDc@zCYbCUd@e@j@_APw@"
    "BsB~A}AjAcAt@]h@UbAKt@SfCUjBc@T_@F_@hAW~@o@~Ca@jBKjBg@dAu@\\q@B[_@gAu@w@_Ag@UWLQj@ItAAn@g@"
    "j@[QKs@?Y?iF?iE?}D?gF?iE?eD?mDXH^f@hABZ\\Fl@Cx@AlAHd@^Ln@]rAg@dAWp@iBdA}Cj@oAjBcDPa@`@kAZc"
    "CLuAJaAN_BYsCe@yGYkEMuCu@yCCgCToDEaBAuFCoE?cBLoDb@cElAmG?y@o@_AgAoBc@aAk@}ASo@i@yBYaBI}BRy"
    "Bg@WgCi@sCm@}Cq@}Cq@yCq@iCk@_B]",
    "yiqBe`{AOrA[hCc@dBi@vAc@t@WNwCEu@t@o@dAKhB_@`Aa@r@MDWKi@Ae@VQTAxAIf@s@Ls@Fs@z@u@H_AX]~@aAb"
    "AqAx@{@bA_@\\",
    "oorBotyAA^Mx@Of@A|@Gv@WLQBQg@W?YXI`AUvA_@z@Wx@FhBL`Bk@|A{@zAOf@CdCIl@g@nBShA@j@jB|E`@T^J\\"
    "l@Nl@EXKjAWvBWrARfBh@pDRNBfCMn@Sf@GzAA|B@bBZbGq@~EOXcA?IRN~@Z`AP`@tAjAzBtAXpANtBMdAOf@DfBH"
    "jBCtADjANd@TpBXrBTr@\\v@n@l@?Tw@t@Mb@CXJVH`@Yb@]\\]jAYjBGb@ENI@QOa@{@WS]rA",
    "ktrBsntAvBpA|@h@pDzBzCjBf@RpAt@f@^jC|Ax@l@n@l@rBdAlB`AvBbAdCjAjAt@p@n@vB|ADVA~@OdC]xBWdAOr"
    "DI|C",
    "qm}Bq~vBvGlEhAxA`ApBp@jCb@vFY`F@vBfAnAbAx@hAvAl@Td@dAh@p@zC|BjDbBlGtBhB~B|AvApCXdExBlB~AhC"
    "~C\\p@VrBh@dBrAdD|@rAf@BpAl@|AH~Cy@h@f@`@`AxBnB|BbFzAz@rCfAfB|AdAd@vARdDI|C`@pC~@bAvBlA~D~"
    "BnA\\bAf@lCpAb@jAVjA}@nChDt@\\pADz@b@h@Ir@cAnBoApAr@D_DfCmN[mL?{@X_EnAmDA}EZ_DRaDEk@Ag@h@y"
    "FLs@Bs@Kg@?o@TkATsClBqBUkBUd@[^EeA?s@l@eIcAsLTeK",
    "_{wBqtvBgB}CYo@Oi@WyAa@[K}A@o@Tg@NmBEiCEy@IiBc@g@I_@ZaAAg@}@oBWa@g@c@_@@c@P_@^]x@a@~@q@Xa@"
    "G]\\UO[a@i@@g@e@mBQiBJoB_@oB@mBBYBWR}AbBgARoCXyC\\cCXqBW}ASWB[|@y@vCs@pC}AD{@u@aAkAg@{@m@i"
    "F]yCcAiDy@oCmA}Di@gBsAoEmAoAyC{CwCyCaBaBsAm@kCg@eDm@cDm@oDo@cEw@eCc@kDo@mCg@}Bc@cCc@",
    "kz|BasyBWpBWrBWrBYpBWrBWpBYrBWpBWrBYpBWrBWpBWrBYpBWrBWrBWnBg@b@WjBa@tCa@vCa@vC_@vC",
    "kwwBcnuBPXBm@IcBQ[MhAFf@J`@",
    "gzwBqtsBb@b@W{AYQGBTdA",
    "yzwBe~sBFXHE`@}@e@cAS~@Dl@",
    "ky}BcnrBa@Ls@g@sCEsD`C`@^Rn@lAh@nA`BbFn@`AYv@_BdB{Bg@oAIc@Ma@y@{@y@FeApA",
    "sbyCg}oBIx@BbCTbCGx@Pb@b@uFn@iBHi@[Bo@cAWASj@",
    "of{Com|BXH`A@v@hBf@j@z@b@`Az@PfB@jAHrAhBxB\\KRm@\\HTTVAZXb@G`@e@RIVABl@a@pDIpAnBnFKzC\\tBb"
    "A~A~BtFx@Dj@v@|ArK@jCLbBC`Bh@~Dj@pAFfB{@vEGd@a@rBQpA[pAaBtEk@`As@l@_B~Do@zBTpAKpDdAs@IToA~"
    "AyBrIiBfDkB~Da@tD_BvBkBlDBd@[n@iAzAk@`BOzAYL_@U]GSDa@dBk@zAUpAQIMJCdAGl@{@dC[|BiAlEs@rBg@`"
    "Ai@v@k@bFUlEm@bFc@bB?|D[`E]`CIdCG`AKp@_@bFFfBTeBAnHS~CHdEUdAe@|EYnA@pGMhCb@qAX}A`@p@\\fAo@"
    "dHv@[EhKUzAAj@Dt@Ny@@{@HJA^RdABtAQfACv@LdAThAr@HJlCPvCzAV`AdCrAp@hAdCnAxBt@Nj@Xr@jEvAVzCdD"
    "r@nAn@^bAdALYV{@x@]\\aAFuAFa@Jn@HjEHl@XRp@y@l@uBbApASH_@EWRSlA@j@Hp@~@FrAQLDkAlAeAj@_@n@?f"
    "@f@~@\\nA@p@?t@`@n@TIz@qAjDeIYzAsDpJ]xBEtARh@\\r@x@B`BiCxCiIr@k@{CvJYzAYhBF|@Lz@pJzIv@vCj@"
    "xDfAdBh@~AzBr@bAOeAkDj@_A@yLQcN_@qFm@{@{@e@?q@D{@\\qAb@e@p@Of@eB\\Bn@`@Zk@HcAj@sAn@qA",
    "}hyC_~oBUKYo@[{@eAGeA@QO[_Am@qAc@m@Ge@LuAFyAM[}@NeAh@OPg@mBKKY?cAScA]_@D]hAWfAKBa@]]d@{@~@"
    "c@@PqCSgBB[`@o@pB_ERy@AyABcCHqAAo@Eg@UOSCOa@[wAu@FkAp@w@\\a@EEK?m@CgE@i@m@SiACe@Kc@sA{A]cA"
    "oB{@uB[]e@S[@c@bA[g@a@oAQmAI{BF_ENsCPqBBoBg@_Fa@sFFaBb@wCb@yDf@kEN]Hy@FaAQoEAgAm@}AWmBWwBF"
    "}@",
    "s~zCqxtBBaCE}@Hs@LiAGo@a@g@QeAWsAKiAP_A^}Ax@uA`AkB`@cAXcAVoAJ}@Ki@_B_BOa@Iu@Ds@X[\\Sj@{@pA"
    "cDd@e@f@o@Rq@VgCHKTf@\\j@VGTe@Hs@VgAZy@DcEB_ALyAR_@TWr@aD`@sArCcFPe@d@}AdAcCn@kBb@oBN_BDkA"
    "d@kB`@wA^]b@K`@s@|@uBXmANs@?s@MwAQs@Ae@P_@bAy@xCuAx@aAr@sAf@y@zDsFv@g@p@k@Li@Ag@S]u@_ASeAF"
    "}AR_BI_@QCa@CiAC_DtAUIwA{C_@}AGmAOq@m@qA?iATcBTe@RO~@JJUFiABm@Rs@bAm@x@KLSUq@g@q@]]Ws@Cu@"
    "\\o@d@s@|@cBtAkBr@c@XB~AzAp@z@h@jBj@Tl@m@p@q@jCeAz@y@xBeJPiAKqAGuBKkAUiAE_AD_APc@TIPONqAHH"
    "LdBPb@VPROHg@DeAJ{AN{@r@}@VoAnAmD`AyB\\mB",
    "_axC{l}BYg@a@{@e@{Ag@sBOeAK]WSYJm@l@cAz@{@dAWfAa@bAYRMCe@s@a@s@Ay@]s@g@uAS{@MEOP_ArDKJQ[Yk"
    "C[w@GLyCjGOCOKKg@K{AUcBq@u@e@KMn@a@~@g@HuAsB]Q]@]C]k@]y@IsBGeBSi@Y[o@e@iBcB[o@SYi@h@q@rA]|"
    "@SbAIx@oAn@q@dAa@t@a@A_@MUk@e@?k@DSNc@bBOLa@G}@a@q@Qm@f@uAlBVlAPrAd@z@\\LNrAFxBG|@URWf@It@"
    "CxB@fCCl@QGQQc@Tm@b@[b@WESb@GbAWl@_AxAs@Dk@tBm@e@Sp@}AQaAo@WJ{@`Bc@z@",
    "}nzCw_nBN@JWs@iADp@AVRT",
    "oxzCo}oBl@dABy@g@e@M]K?Nv@",
    "gszCqt{BDTZu@RWOiA_@nAEp@",
    "a`{C_c|BnAnC\\AYcDMe@o@v@UB",
    "s~zCqx{B\\\\d@Ck@w@WeAQW@z@N~@",
    "cvzCcr{BTDj@}AUq@s@b@IT?RJj@DN",
    "at_AepnB`Ad@?]Qu@a@MMSUKK@MN^\\Nj@",
    "o_~@{wpBQtCDZp@dBh@D`@AXS`@aA^RnAWTU]qAw@_@SGOp@g@j@m@BKkA_AqBWh@",
    "yg}@yopB\\Xt@YZc@Qi@k@?i@p@GZ",
    "_q_AmfnB`@VDsBI]{@}AOOKPBX[h@Dr@^x@j@b@",
    "_b`A}zmBgBvGA\\Jb@~@`AL`@VzBnAdAv@rAd@jAR\\hAPVl@ZnCTx@f@dA?j@u@zCIn@PhAAt@[|@a@L_@Yg@@YPK"
    "PAn@PdBVbAhBbBl@z@Xj@x@W\\@T`@LZd@Ft@NTRPp@LfAKtAOlA?dAKdENl@b@r@j@zAn@|BGd@sBjGuBnGuBnG",
    "mu_AmbjBOJU^U|AObB?r@J`A\\jA`@z@p@r@h@p@^~BTl@PPb@Pz@Cf@Kn@`B|@b@h@`CrChBnCnAf@`@nCcA`@Rf@"
    "~@b@n@\\@XXNxALrHr@xA|@?h@iBp@oAvA_EVWV?pAv@d@W^]r@HzA@z@@Zs@ZiBPe@T_@`@OtC@Z?TUZyA^k@b@AN"
    "p@_AdDQvAw@`CaDpG]tA@lB@hDE~Ci@dFy@jFOrCHlBJz@AXKVw@`@uBReA?mBXGpAJfCRlAPTz@P|@rAxApAr@HRN"
    "PXN\\PxCXnDp@dBv@tAv@Hj@ETV^dAl@vAb@l@n@Cr@j@~@dAj@x@b@bBr@fBt@fAXxAb@pBl@BBcAUmBV_Bj@s@RM"
    "RDr@l@~@tAf@|@`@ZhAXz@JXQl@}@hBcElCiG",
    "}j|@eseBHmAEmAXsBNyBJi@ByA^eDVeCVeAIy@Hy@Po@ZwCIaAFaAVm@^o@j@eBt@_BXg@PMN{AJ[ZGt@e@r@l@@eA"
    "Ok@qDsIwA{CIUGc@Eo@Rw@rAeG\\o@Zi@^mBf@_GZ_CFaBAoBJuAT{@?uDUqHEgFJ_DUwBs@sA[_CEkD_@oCw@oBSm"
    "BPkBDeAn@eAvAq@hAEj@v@pBp@tDn@rC?nBo@rANx@nAf@PVk@XKf@ZDMtAuEnAgEzAkFhBqGRQ^@j@B`A[l@g@d@e"
    "@`Aq@l@Gf@LnB~A~@Hp@@dCo@xAGhB^j@P~@q@j@iAf@oDZiCp@[t@WXm@NoABeBCgDEy@GsD]}AQm@@kANyCLmBz@"
    "{BlA}C`@_Gf@kH\\]\\N\\OZwBXUj@h@^^nA\\N]Ee@a@kBg@kCm@_Ci@cC_@kCUsGM_Eg@sIgAoG[{BaAcD]wAg@e"
    "AmB}AaCsM]iAeCeAeBu@iAw@Y_@SM",
    "y}y@grqBPv@b@bAf@h@rEhBTTXj@?bBClA_A`GW~@qAjCPR^@WvDq@|BAlAd@tFfArCp@jDf@bAvAnIcAhEGbBy@pC"
    "e@l@Wz@J`BWdC]dAc@Zm@?eCwA]g@SgAcAqCCyDMaFNqCdAoE\\uCdAiCh@kFPiAJeBNuDm@_ABsCqBi@uFoFyC}@m"
    "D_Cg@_Aa@gB[MyAbBk@a@QmAVuCr@?zCt@N_A?y@b@qDUgCWmBk@k@aAo@q@hA]dAO`AKvDYxD[~Bm@`Ba@GWOaDUc"
    "B`A}B`@uBlCwBhD]|BKtB[nAZpAMhCc@hCs@vAsCVaD{@yFu@oAm@{KWmA`AG`A?r@eCvFkB^{AnA_Bj@gBz@{@Gk@"
    "Us@CoJ}KcEJ][Yc@fA_AbDWp@h@ZiBu@BuDc@qETiDkAuAKo@NgCq@_Gx@iEo@VbA`Ah@hBLpAbBlDQxBb@e@Z?dBQ"
    "TO?i@jAKp@MhBRnBVr@q@Q[s@Bu@C}@[RQZ_AfHk@zCKEIEM]SgAQl@IPIDHcAKsAB]SEWHa@V{@`Bg@dBAv@O^W^M"
    "r@AqAN{@BcAoAASyAi@t@oBtFi@h@{Bn@kAtBm@hBZnBfAv@ZdAPbA?dATnA@ZLnB\\fCd@nCnEBs@x@m@j@mApB{@"
    "yAwAE_BaBc@OoDr@k@gAa@U_BLsAlA",
    "}kgBsksCD@?C?EE??F",
    "yb{DkqsAc@|Ji@AUSWyAIkCUS[NJj@GnBS|@MJ[bHK|@@p@x@jBvAAz@`Ad@E?iA`@y@d@}BI_F`A_L@gBWgCUE]nB"
    "m@hB",
    "mn{DucrAWXM?Gv@oAnBUCQ|@a@\\I|@W~@h@jApASn@vAh@UFm@EOXsBHsDPgBPm@f@f@NDb@uAQmDGq@]Im@l@k@l"
    "E",
    "k`|DakqAONFn@lAu@z@RPAPk@LwAE{@Yk@IESr@Ob@QNe@tAm@V",
    "w}{D_{qA~@JvAc@b@q@Nq@]e@m@Qu@qBSj@S~BUf@Kd@?j@",
    "k`|DsopAu@bDUL`@tBbAHpA]]g@Nm@XIZTJGQkAm@iBKGKAKH{@K",
    "aw{Dm{rAd@r@bACX]sA_DaBa@p@nD",
    "i|{DehrAH@Fu@^yGS{FMt@m@xLDfAVP",
    "{{{Di_sAHfATqAL}IE_@KA[pF?vC",
    "ak{DaqrAH\\z@iAMgA_AVFzA",
    "kq{DwetATx@~@QLOC_BOa@e@]q@n@FvA",
    "wo{DortAFJLG^kCGm@i@k@c@jACj@?b@D^XJBX",
    "oy|DkpmAP|@\\?f@k@Gy@k@IKBWl@",
    "or|DugnA\\|Bp@]n@yAVoAOuCW[YHKrCiA|A",
    "wo|Dg}nAVt@VEnC_CEu@DeCOiAg@]]NSjBk@j@^b@u@pAStA",
    "ucgCexsCQU_@Ss@f@m@p@IV@XlB`B`Al@\\FFLTlBh@Rt@b@d@p@z@xBvCpD@b@M\\o@RaAt@c@h@_Bu@WJYv@Y~Ck"
    "@h@w@`@c@Hm@f@_ALi@Ms@`@GMEmFk@f@YAU[Kg@GmAHmASc@MGKHERAdA_@\\SPQz@Qx@KdCk@Fs@Xa@Y[NI~@@x@"
    "Cn@MLm@]e@Cc@Zk@h@_ApBSN_BFSVa@?a@UoAd@ARLZzDzCLn@d@|@h@`@R@zA}@HLFX?ZS~@Hh@N\\x@YJQ?QT?`@"
    "P`ApBVx@Fb@\\R^Ff@t@j@f@L]Ha@JIXF`@@`@e@l@g@f@KrBPx@PPP",
    "{cgC{oqC^DhCd@ZMR}@PaAb@Wf@QLY@_@E_@AO{A}BsAqBGGEUMg@?S|@m@@SKU?[j@qAjAaCTKNF\\zBL^tApAhAx"
    "@~BbB`@\\VCTShAeBl@a@^`@Xp@AdB\\t@\\Xu@pGBb@h@H]fBXJ~@WvAOfDl@JPBTIToA@oAKURA`@FTXBx@RFT@R"
    "S|@Ud@CTHRJFP]JDBXD\\LTXKXHNlBLzBj@rAV\\b@Ft@I^KzAQ|Aa@hB_@`BhAZj@Ph@PRh@`GCZWVwBr@QTIXCrB"
    "INi@L{@?m@Ko@H_@XOf@Gh@v@|FE|AObC_@fB{@dBm@`AI\\An@F|@X~A^rA`@b@n@jBj@bCpAjDX`BHtGTrA",
    "ileCmanC@_@\\_@r@D`@ONc@h@HbAv@bA[dAsBdCi@hDX",
    "{vdCygnCF}BAaDGwEw@gD?_@J]P[dBm@\\Yf@s@p@w@j@e@bAs@~@[d@T`@Z^?^MtB_CrD{ElCwCxAiARWp@cAzByD"
    "pAZrByBhBuBT]vByEvBmC`CyCrA_BlCcDbAaBVc@VeAb@sIj@{Cz@uAr@cDj@qF`@}CZgAx@oAtAwApAi@\\@LHPN^"
    "`An@D`@A`@WfBSb@U|@@dC`@`@EjCqC|@y@J_@?w@SoAQw@F{@X_A?cAQe@e@JMWDc@RYXy@nAu@JUCWM[Aw@AiAIe"
    "@C]JWZ[h@cAt@GjD@t@Yj@e@h@qCTa@TMn@Cx@M\\YpAcClAuB^nB\\TbAIr@S\\X\\j@C\\W\\o@v@gAjC_@jACXD"
    "RHHL?PAJUBg@V{@Va@ZUd@Op@[XAV`@Tj@J`Bd@vBTn@fAZfDHr@d@`@j@~@rCj@n@d@`AIvESzF_@dASTCVLTNZXp"
    "@\\Ax@Kn@MbDMbCKpCM",
    "y__C{vrC?gG?gG?gG@iG?gG?gG?gG?iG?gG?gG?gG?gG?iG?gG?gG?gGeAa@wAg@sAg@aBo@qBu@_Bk@qBu@wAi@qA"
    "g@iBm@cDgAyAe@{Ai@wAe@{@M}@t@mAjAkAjAkAjAmAjAkAjAmAjAkAjAkAjAmAhAkAjAkAjAmAjAkAjAkAjAmAjAk"
    "AjAgAdA_@r@QrBa@zA}@`B_AdBmAfCu@zAw@~AyAzCy@`Bm@B{AWyB]aBYuB]oB[wAUcCPaCN}AJ{AJkBL{@FeAF]U"
    "{@q@w@k@{@o@s@Wu@jAk@tAo@zAw@vAu@t@gAdAg@xBw@`Dc@hBe@lBu@k@y@m@u@i@FfCDxBFxDFxCPtD@hC?xB@~"
    "AeBBkAB}ABIxBKhDSxCO`CWfDKxAWhBUVc@P{BKgBKqAGuAGsBKe@Xa@Qe@Q_@jAOd@Uh@]b@LnAPpBDz@c@~@[b@g"
    "AjAcAh@m@Ji@OOi@B{@R}@AiAKu@k@aBi@{A_A}AiA}A_@cAKuBq@cAs@g@aAc@Qy@{AcBu@q@eA]_B_AiAmAgAoCy"
    "@}Ao@y@i@A[l@WBOU[{@[eA[]u@Oo@m@",
    "q~fC_irC@[Nm@XYJHId@]v@OC",
    "ehgCkcqCZHr@AZKQ{A?S@ALKVe@Dy@Gs@OUIB_@nA[Vu@JZnASrABN",
    "crgCmeqCLn@XKT_@GY]MOMMADr@",
    "kucAkh~@Xh@\\pA`@`ErBhGVvCzBzCvApDx@Cr@jAhHdFjBk@lA@hAeBfDe@hBh@lCnBh@A\\ElAm@h@cBvEqBnDaG"
    "nEC|C`@Vc@NaA`@_BfCcFjBaFR}EMqF_@_HBwAe@s@g@Ie@iAa@oBEuAX{CR{ERmB",
    "qaaAcv_Ai@kDAsAViAFkAKmA@iANgAK{@g@m@]gASaBIiA?s@Jo@Vk@I{Ao@eC]wBMgB?uAN_AEk@]UKcABgD\\kCU"
    "mBaA_Cc@gBAmASk@",
    "ykaAihbA_@rA}AT}ABMUe@iCo@g@u@Iy@D}@zAmDjH_CnEg@bBa@fAWdAHpDAlAET[@k@Kc@e@]y@[m@UYGe@Me@KG"
    "YZ{@dBm@|AKt@Qv@Qp@Ml@m@~@m@d@]g@mA`CiDjB_@`A]zA{@lCqA|BcAt@_A\\c@ZWn@g@t@WPGn@YdBY`C[vB}@"
    "pBgAxAgAr@i@|@Q`Ap@~At@zBl@~Ap@`ANl@HfA?zJBjCCd@EX_@b@c@^MD",
    "oayD{fjBEt@b@YBSSSMJ",
    "grkDe}nBh@|A@_@Kw@Q_AOe@UKOt@Pl@TF",
    "u|rDsolBBL`@EBGAEOGASFCGKKAGLCP@R",
    "w`sDwrlBFDDEA[CIGAOFAFPV",
    "mpvDo|kB^Xf@IJ}ARYCm@]e@{@\\UbALj@Al@",
    "_u|DayjBJ`@JAKYGc@KeB[e@Si@Dj@\\l@RxB",
    "_g|DinlBFPt@IVUAQk@Ng@N",
    "uv}D}dlBUXg@Ae@~@LCR[RKVBJIHe@",
    "mn}DehlBeAz@{A[LP`@NVNN?PEx@i@`@u@GQ[d@",
    "ie{DuxpBLFHGGOOAEBDL",
    "suoDujyBPj@L_@B}@YDGJA^",
    "uuoDmsvBJFPCJQB]c@AMVBT",
    "{moD{dtBXt@RKJQB]k@]SH@X",
    "yvoDarxBZXa@qBISOh@^`A",
    "kvoD_huB@\\ZGFKOgBg@o@SIPp@Bt@Nn@",
    "ytoDcbuBVx@NyA@e@Sa@M@GdB",
    "en}@a{xBh@Hv@u@k@S]JWr@",
    "mq}@}{xBd@\\VCHKSc@s@T",
    "qo}@ygxBo@r@w@?z@p@nBDAqAaAY",
    "ydoDodsBV@Rg@DY@cCoAqBYmBSHSPO^vAvDTnD",
    "_`DobtAVHZu@w@i@OUcAJf@Nn@nA",
    "{w|@g_yBQVOCJm@K?iBZcAn@eAVE~Ct@~@b@bA\\pAjA|AxA\\|@@TATQl@Nx@i@n@H~AIb@d@b@F`@GZOfA@\\_@K"
    "uDAqAPeARi@Lq@[a@Wo@GiAWQ]GiC`@yIRSDKZ",
    "cd}@_sxBj@DZGHa@u@_@{@Bc@RCJfA^",
    "sy{@kqxBB@DA@ABKNOBOCQEE_@AC@EJ?F@FDR@B@D@H@@",
    "ksXezcDDNfAAVMHo@Em@Oc@ScAOoBgB|B_@v@OdAb@Xj@JPR",
    "yrXepcD\\B^QnA}A@[K]k@y@SMkBDa@NGX?ZJX@\\E\\L\\z@l@",
    "exWqweDB\\jACjAi@d@u@GYeAUcAr@o@`A",
    "q|QmchDPZn@IXQwAiAMNHx@",
    "efRwpgDZDg@kAu@qAs@u@_AUDf@tAdAxAtB",
    "ejPsygD\\`@lBSWeAsAk@{AbAz@^",
    "wdNidhDXBa@w@YoBa@NERv@pBPL",
    "otImobDFxAjAy@R[MUgACQT",
    "ieJibbDPDNKRaA@Yg@RMn@A\\",
    "sbJwhbD@zAFLNW\\XPSG_@@WUAEm@BQKi@OIOtA",
    "mnFiu`DF@L[@YIQYk@QOUGEJRr@V`@Lf@",
    "idAop~Cn@V|@q@E{@cAp@c@b@",
    "cpFownDRD?Q_Am@sBy@BJ|@l@|Ax@",
    "esCkzkDIZy@CoAJyAZyAIoBuAaAUcAKiAReAl@[XUn@Mv@Uh@eCp@sARSZQd@gAZiAIg@H}B@yCh@VnBp@n@nCMlCN"
    "x@v@p@hADdAZ^\\LVe@`@wBT_@VUdAe@dAWh@A\\i@N{@Z]v@k@x@a@pDkAx@Iz@F~@`@|@r@|@d@`AF~@Ux@q@\\c"
    "@N{@A{@Gy@_@mCu@[eBbB",
    "uoFcehDs@x@Y@uAO_@J]VQd@C`ALz@CpA@b@k@n@O~@EbA`BV`BBtAl@P`@Mr@TJTIh@o@j@U|Cc@fEiCrA[vAcBlA"
    "_Cq@Ss@IgFP[{A]UgAYeAq@]?_@R_A]a@E[L",
    "ouM}heDC|@WEsAaAm@Sy@Am@\\GTBZb@t@Ab@e@`AaBb@KR?VbAlBVVPDxBQlBc@l@ENH\\`@UHaBFa@p@Mb@Gf@RN"
    "f@Jp@?|@j@`@p@zBL|AbA`@`@Jf@`@\\pAZo@XGTA^FX|@tBvB~A\\CLKHQ@Q{CcEDGh@GbAs@l@`@HAKm@]u@DONM"
    "d@G|@Aj@J\\\\@J}@CQLOZI^C`@Ln@Zz@j@IvAeCf@aEjAuCBc@U{AkAaCsAc@y@u@w@Qc@@o@VSp@JVCJa@\\c@fB"
    "i@|A[d@e@Vd@gAVwAHoDJm@UK{@D@Y~@y@d@q@Ne@Aa@a@q@SMSEi@HQNs@nBW`@S?SQQc@OWSEy@NSEG[?q@MQCc@"
    "^u@c@QyBh@q@l@XrA",
    "sbZgccDZz@R~@LdADhACnAIdAa@`CKlAAt@jAvDXxAAd@",
    "i_ZgdbDt@|AbB~Bl@hA",
    "ayY_{aDTW`CSn@cDV_Cd@mB?Ya@iAaC}@AWn@OJYLwBCiBBeARoC`@uApAkDFi@c@u@Wq@lCtA~DzArA~@PXDTOz@@"
    "RPb@RdBh@hBRTjAg@Ra@d@kCIe@Y]e@cAo@gByAiGy@AgBs@bDYVMTc@Py@`@aA|@UXWh@mAZc@Lk@@s@JYh@IVQDe"
    "CrAa@b@]v@sALi@Da@M{ADQp@HpHoCO}Dv@yF|@eBKe@MUY?uBhAoBvAMMpDwDj@w@HaA@c@MSgDPGMfDu@`@?b@lA"
    "PPb@CJKj@}Af@aAjAyALaAB}AIyA}@mEYc@EUR@PRp@~At@zCh@t@ZKf@_AtAmAbBS|@oAzA}EJmBJ[p@c@^s@n@mG"
    "|@yDNcBEaBFITjADf@f@He@lAId@RAd@HaAbC[jEi@vC[zBM|AQvAq@dEEf@D^Nd@ZLxAY`@q@n@wAbAi@fDRJE?iA"
    "SaCNs@vA_EAe@wBwAx@En@`@PUZ{BPm@HGBrBS|@A`@@p@Lb@TTTBf@Wl@m@d@UNSPq@\\g@rCo@vA{@DNY|@Cd@TH"
    "f@z@KFi@Sm@@mAd@eAl@WXKf@GLcAl@CVj@dAyAEu@VcAnBUz@CnALTZNvDXbA~AL@p@YzAkArBgAdGwEDIDg@PU`@"
    "Qp@u@~@yAd@gANq@b@y@tByB|@m@v@Yn@EJOUYCOhBYbBw@|F_D`CcBlAo@^YLUQWs@Wa@Yu@eBC_@ZiALaA?e@Gc@"
    "GWUWQKSF_AzAG`@@|BQpCEIEo@C}AGk@Kk@WWgALa@GlCaAvA{BNMn@Er@r@bCbDd@ZdDzApBP|BMjB]nGoCh@a@}@"
    "wAC[TyAPYXOFJ?XEp@RXl@ZlA\\nFiAvF{@zEMvHp@dDn@~AB|AGFa@i@S@Wt@mAnAm@lBO~@UN[d@[|@YXm@SmCUu"
    "AS{@u@_BPDlAfA`AhA~@~Ab@j@n@f@hAIbB{@tA]fAA\\Iq@u@[k@e@cAIa@fGIHe@?YFUd@Ot@JtAj@d@a@MQ[Mw@"
    "}@jA_@f@c@R_@AmBSeAmDcAt@YnBHhAx@tApAz@^\\Uf@Ep@D^TPb@RVTJNCVc@p@WV[LPPt@PXrAZl@Cv@cAFWSy@"
    "yBeFJ@f@b@lAzAb@Zz@@ZI`@Ff@VXZJ\\GB{@a@a@GINn@fBZbBXVj@Cn@H?ZwAlA_@Jg@ZEZLjAJ\\PNfAAVFn@n@"
    "Vd@GBi@_@}@QmAA{@Qg@_@e@Fc@r@Kj@Nd@\\Xl@P\\VJ^Dn@@~@KrBHLNHX?VZt@vCPPVOR?PRd@Nz@Hp@CxA_@b@"
    "W\\e@nAf@TQp@iBHDHrBNf@p@pAXlCFDHU\\}BN[l@fABZK|AJLxAq@TCDH]hA@X`ClC`@ERMV@pAt@TA\\_@L@F^@"
    "~@\\z@`B`BXl@P|@NDv@g@`AYHJSd@BVZFb@Cj@M|@NnAp@`A?zAqAVEFWQaAYq@QWwA_AcBW}@e@mAoAg@{@oAyCD"
    "KPGnDpCXL`@AjCw@ZWTeAg@_DYmAeAwBwA_C]qAo@{EBeBRyB@gASWkEoBaBuA{D{Bq@?e@j@k@`@q@X_AAmA_@{BJ"
    "_GpAu@BAId@y@pDa@hA_@nEsCn@w@S[s@UOSGe@]q@q@_AmA}@uC{Ax@CjBNd@PfA`AZl@f@zANNhALhEF`@m@PGXF"
    "vDtBbAz@l@dAhAp@`B^hAf@lAnAZz@?ZQxARPj@DfAz@vCpDR~@?TWp@N`@j@p@~ApA|@^f@@f@KdAs@v@CBFmAv@m"
    "AfAo@z@Sn@?p@Pp@t@vAt@XjCXj@TLN_Bb@GRJhAXVnAj@dAJJGMy@BMXKd@T|AtAHLa@TFRr@z@Rh@`@f@vC~BI\\"
    "d@nBT`BYf@_Cn@}@JiA`@cCxAk@z@EZB\\Nh@h@jAbBrBj@^bAXVRtAjBVz@Cr@Pb@nBdACJg@DL|@DtARNfAAvA`@"
    "DH@|@jFl@p@tBZb@xAtAx@b@~@R`@\\@b@P`@v@r@ZbARHdBNTTHzAP@d@Un@PhBdBVb@ARORY|@@f@f@rBNPp@ZR~"
    "@l@Gd@JVh@ZVZFb@^j@|@f@d@b@Pb@Bb@I^FZTXb@TbBZj@PF`@Gt@Sv@FvAz@Zl@w@H[L@LZJp@AZJd@XxAZ`@RbA"
    "rBFXGDe@Km@RUVO\\Mx@GFtA`BVh@NNHKJmBDQRAR`@j@`Cl@~@bJdDr@d@HdAL|@Vn@Z^DUAkDDc@b@UNBTHb@b@R"
    "HZAl@b@lBtBfA\\RV\\~@RV\\@f@S^LVn@XPdAa@\\Tf@|@h@f@j@PnBTl@MHQAkAQw@QYUWa@A}@NFQTUx@e@v@S^"
    "Jl@\\\\`@Nd@R|BJ`@dC|Er@bAp@CXX`@t@`@XZAVINQAQUOFk@d@iAXe@n@EF`@OfD@d@\\n@pAt@VChAiBbAUB`@"
    "MfAN~@p@|@d@\\XA@i@WsAEeAJw@Ak@M]yAqAg@MSTY@]KS[Ge@g@s@eA}@oAqB{AeDiBoC{BwBcC_BkGcCSFVh@OZ"
    "Y@aBSg@[KXL`@z@`@AZuAdCYRWAGQD_B[Q{@Ce@JQ\\a@Vq@R]EK_@Re@~AoAXc@Dm@M}@[yAo@wBi@sAsA}Ay@m@o"
    "CoCwGqCcA}A}AgBg@Y?f@Kb@_AVg@FSGCe@FcA@aAC{@Go@i@uA}@aBuAqBu@s@q@[o@q@sAsB[S{@UUHMZOR{@Ni@"
    "YFM^ITOReAf@i@Ho@GiAa@mDEsD_@eB}@e@iCYnAm@^?r@URoB?oAc@}A_C_DmCmBRGNa@_A{E_AcEtAfDbB~B`HrC"
    "dE|B|AZ|@]n@wBZk@b@mAOcB[eA}@KcA`@}@@lAcAnB{@r@Pd@`Br@bAl@WZ[SpAb@|BJtAq@dFHxAxAh@hAiAvCaH"
    "t@qAvBiCf@Rp@bAn@P`CcBz@iAv@{AvAp@jAz@vA~Az@?`DpAP@Tj@TRRtAxE`AvEe@kAm@sAe@iAwA^wBD{@AkAoA"
    "kBrA?t@d@p@oAV}Cy@}AYgAWcBAuAl@oC|BqHx@eFbBwBiAgEqAuDkBoAFKz@?d@Hb@z@b@j@nBfFhAnBl@^kAj@Kd"
    "@MpARdBRv@xACnApA|DvA~Fr@|BE`CgB?{@Es@zDsDjBqDjAC`Am@lAiAE{@Ki@n@]|@BfAU{DcF_AyCu@UcAV}Az@"
    "oAZ[Z]t@^xAZ|@a@OcBaBiAuAa@FWNg@vAq@xAoBuA{@iBp@o@|@Y|Ce@g@]cBBe@]f@g@p@c@fCvBvFElDeAlDJXM"
    "`@e@aByAcAq@C[f@CjAV`@i@EgAJF\\d@h@Sb@_@Qa@e@o@NE`@H^|@Ep@?fAv@Ln@I`@gA`@{C~Ag@VmA{@eBXs@~"
    "@OhAp@`@k@Dq@@gASEQLsCg@MStB{@^}@o@c@wACyBe@p@aAJc@H}@SeBoCiFmCcEk@k@_AW{@P}@h@KQTQXoAuA]s"
    "@yACYv@b@x@|@L}@LmCWgCS{@o@y@iCUYJC[pAsAa@cA]a@gDu@yAPsB|@aAlAHf@NV`@XLRENq@o@oAw@m@Va@l@g"
    "@A}Be@_Ag@mAiBeBcAqCwEi@wAq@Mm@F]hAm@RcGQeC_@{AeA_BuBw@oAYgB`@cCb@oBl@}F~BeDzAq@z@Dk@iByBJ"
    "oAUaAs@Se@_@oAHsAPm@j@s@t@iAb@W^@zCrCzABdA[z@rAhDhAxAjAfDxDh@tAr@Bd@cDtD}Cv@t@]p@i@`@cAN\\"
    "l@T~@bA{@xBuA|Bk@fIDvEvARQRGb@TN`@TVj@FxAMhDu@bKqAbBo@vAuBAoAe@a@@sBjA]xCcDv@eAKG[Ps@L_CUk"
    "@iB_B_@wANR]TUbFu@^NxK_BbIgDX_@\\gAk@eAk@a@Af@Ed@yDyA_BsBwDSk@_@w@}@qAkBsBw@mAq@eB]wAp@YD_"
    "DHs@UUOOWzCyAOq@Sc@uDgBkCa@iA@wEgCuBe@_FYwDEq@n@`BIj@F]Pc@`@Hj@|@bCEhBf@`@d@n@{DvCcHH}C[yA"
    "l@kAHmEW{C^aAKoCaFw@c@}@f@oA^q@Wi@x@RyBZm@jFqAzCf@p@m@O}AfDeFdAo@rAAh@oAb@eBgAi@aAS{@`@aAd"
    "C_ARPfCmAzBqDpBkCi@cB@{@VsCfBiAJgFu@AeBPiAv@m@zCHzBkAfBR~DrB~Am@z@}@`B}@JwBqAiC{@_At@o@fCa"
    "@lFb@Ho@?q@~A`BbBSbCHfHuAfBkBj@uAnAmFbBuC|TwN|H_CxCkC~Aa@zAOtBk@oAw@u@Sv@z@i@LeAa@c@g@u@iD"
    "w@aGLeBcKRaGOuAWeIg@uA[{CuAwDyC_DiEWu@ILMIQkASsDmAiDoIaKyCyCs@eAu@q@e@n@QLIT^Jr@p@fA^PPk@C"
    "}Bc@gAk@eJqAaEcCE]_HgDg@Fm@RnAlBw@Zp@bCgB@Wz@Es@@iAGiAOq@gATeDu@fEGvBuB`AA}EmDkEiBm@@URC^j"
    "@Rh@d@S^]D_B[k@a@qEB{@YOWkGCq@QiD{A{CqBgA}@yB}CiBeBmDeBi@Jv@Rf@j@u@x@mJtB{AFc@dA\\bA|AjA|D"
    "lAy@\\e@dAw@F{AYeAi@sCkCo@mAa@Q{BPeAf@oAdA\\bA^f@gBr@qBJmBh@yCwAwBQqBBqCo@yF~@}@OcBHiBf@e@"
    "h@pBvAPzAg@d@gAFGt@m@J_FCPXH\\dAbAoKf@u@e@qAOoDs@aAVmAr@gAJcAK{CkAuDCiAXmAKkFvAwAHsBpB{@@c"
    "Ao@y@@y@l@}ALk@hAo@XcJt@oDYaGF{B`@aCCuE|BoBPU\\aI\\oBaAcEOoDw@cB?uBLk@E_@W{G|A}ClBeAnAkIpB"
    "_B~@aAfAe@D[SsBDk@H",
    "adTwrrD?nI?pI?nI?nI?pI?nI?nI?pI?nI?nI?pI?nI?nI?pI?nI?nI?nI?pI?nI?nI?pI?nI?nI?pI?nI?nI?pI?n"
    "I?nI?pI?nI?nIcCn@cCl@g@{AmCdA{B~@oAoAuAwAsBEaCEuAE?hA^zBZdBoAfB_Bt@{Ar@g@lCcBlBiApAgAnAgBp"
    "BiAnA_BhBy@~@YxBa@rCRvAm@LwAaBsA{@gBkAeAq@aCA}@sCAmE_ABg@[O}@f@qA{Be@yA[aCmA}BiA{@x@y@v@uB"
    "dCG^F~@J|@eAnDURy@VeAx@]r@cBnAQ`@Gt@Ql@Q`@Qn@k@v@qA|@y@j@oAz@qAzBgAjBoAjBJrAqAbCuAfDaArCo@"
    "pAw@vBcArCmAdD{@jBmAtCg@xAX|@`@jAeBb@cAVNrAVnBoAj@s@\\Hx@]`AClB_BGi@Cy@p@kA~@kAz@_Ap@sA\\i"
    "Bj@q@vA_Bf@c@zBmBl@aA_@Ur@Qx@EhADfA",
    "{}GqbbDu@|DWb@a@Ro@T]ZWh@CRvCkA~AnB\\LnGDt@Rb@b@|@fB^d@^VfAZrACj@MVo@T_B?[Im@kA}@Wa@aByE[]"
    "_@GqANgA_AyC_Ba@KmBA_@NUXSf@",
    "uiX{vbDK^?TnAjA@NPl@PP\\r@v@t@GeDv@_Bw@o@e@L}@D{@k@WP",
    "ykYefbDw@tCCt@v@Ph@GTODYMkAZk@^O\\Z?kAUu@LgA?w@GQ]@{@x@c@vC",
    "k~XgkcDJ~DTIRAj@Zj@KTUFWGw@V_@rAK^MP{@BmAM[i@U_@}ASMeA{Da@L}@pBmAdDXxC",
    "arY{tbDR|Bd@`Cx@dAh@O\\w@Z@\\KNm@O{@Lm@Nf@Xd@`An@l@|ATz@XaAP{C@aAo@cB}@_BK{GeEmCQF_AhBeArC"
    "ObAArBFzA",
    "shXmkdDc@b@Se@e@@eA`@g@p@Wx@A`@DnACnA@f@Hb@NXNBt@gA|@aCn@g@@LMb@e@dAEh@[r@Kd@Er@?j@Fd@JVPJ"
    "|AKv@X`AMNUHe@B{APcCCcBh@{Ab@u@r@q@b@o@Ig@u@[wAD}DbA",
    "kqXo_bDKNMIWi@g@F[LQNHz@F`BN`@Nn@v@[l@}@`AiBd@kA@_@VWj@cCXgBh@Kr@]Ry@Mq@iAWmB~BQv@g@~@EvAS"
    "b@o@zB",
    "mfQoghDK^iBG_@DKLLTh@ZvBp@`B`AJEPgAP]Jg@?MQ[c@g@YO{Ab@",
    "coPqpgD|@NLa@_@sAYo@SKeA_BmAeAgAeBiAoCKu@a@Ew@b@a@p@Nf@vDlENXNdANXVHP\\Hp@TZb@@VLJVd@T",
    "opPoghD?\\PZOt@ZzAJx@Nd@LLNGBUI_@b@@JoASYGa@AWWeBGECVEDMIQk@GEQn@",
    "wkPauhDdAH^MDOMy@?Wa@Ii@ZKZEv@",
    "ssMyodDdAd@LAh@jA`@^j@{@I{Ag@{@aERMPALNJf@B",
    "u|Mw`fDPFf@c@Xe@Q[mA{@e@?OFERBXNb@r@~@",
    "qoM{ieDN^LG^e@|@w@\\c@@OUQkAj@]f@[v@",
    "egL{`cDTd@h@CVKD_@_A_BMKKBEf@@hA",
    "ovL_wcDd@ZJI@UIc@Qc@y@cAy@m@]BKZd@z@~A`B",
    "w~LyycDX@h@]Ec@y@k@y@DEVBZBNPN`@P",
    "inIsnbDG?QGc@aAKA?RN~@[tAYh@@LbA\\p@UZFV\\Pa@J}CC[[u@c@YOFMTATHr@",
    "irHw}aDJBf@a@L[Hg@mA{@O?O^AZThALV",
    "{mHwmaDn@Xr@Yj@q@Bw@aBb@SP]r@",
    "m|I}gbD`@XH^XLTXhAtB^Tc@eBE_@?SHkAS@QOc@cA_@Ea@oAQEGJLn@_@j@Fj@HP",
    "ytFyaaDTRNBLKv@LJGXcA@c@I[YYi@Ui@BeA~@a@b@EVVTx@J",
    "uyFedaDVFDKBq@PoAc@]UEGJYz@YNQJ^Pr@r@",
    "gjIadfDf@Pj@I`@qBYAw@kAwB{@]GpBzF",
    "_}BwghDwBjAmAG{@|@Yr@zAe@bCBrDyC~@c@MuAeAk@a@rBaAv@",
    "yiD}qdDx@v@r@SLg@@QuCk@V`A",
    "}qDyu_DFn@FNtAWx@FD[EWyAc@c@AWRIT",
    "{_Del_Db@b@HMDm@Sa@{@kAi@LKR?ZNd@RRV?TL",
    "yaCaa_Dh@Nj@QS{@U_@i@g@o@Pe@p@rA`A",
    "{pDc~cDgATi@Mc@JEX|@z@XChAgAE]",
    "m_Ayo~C`@bAX]H}ASWu@bABJ",
    "adAkw~CJ`@v@c@P]B]Oq@k@?WRWd@GVX\\",
    "op@am~CNL\\JrAKr@Bv@Fj@RF[AWwD_Ak@_@Yi@WmASWK@Y\\Hf@Tb@F`@FfB",
    "epaEgt~C`@RRq@@]S]a@PS\\Ph@",
    "m_bEu`~C`B?`E{DbBy@v@aAYMwBl@aBdBu@`A}@v@cAVS^",
    "}{~Dgd_Db@BTg@vBOKe@s@OmA{@aAHPv@JbB",
    "wlW}wdDo@|Ba@`B]tBs@rFWzAEr@EbCFZLXBd@MbBAxCLtANLd@[\\o@Vo@v@yCPgA?q@Ge@QWa@}@DIVLp@Fj@o@`"
    "@YEyAFWbAXXWDa@Aq@Ki@_AmBDU\\Ch@e@PyBj@eAZDx@dE\\j@rAZQw@Gq@\\sC@y@Si@{@Q]YYg@Eg@m@iBSSy@?"
    "wBtBc@Ns@jA",
    "yqWcueDkCXgBE}AjDy@jCa@`BS|AYxA@Lv@}@d@{BRo@RURm@h@uB?a@P_@TKVDFHCpAQzAeBdEcApBMb@IfB\\l@c"
    "@~A@PFP~Ah@xApD~AfBl@NRQTg@Js@@aAWi@o@yE?eAz@cBb@oAPqB`@iHL_BTmAZ_AReANkAE]o@f@y@lB]fA",
    "q_WaxeDoAnB?XNjAj@TK\\a@VUSsAkBYUOAeB^wAr@Yf@OfAV|ChAX`@Ab@Wz@v@q@f@uCHm@vAKbA^zBtAa@hAgAx"
    "CeBd@EVPF|@AfCf@bAxB]n@eBj@_DfD_El@e@z@qBWyAGs@_@Mm@g@[wAi@fAw@bAA_AYs@w@@YIc@o@s@W_@Z",
    "ceXoscDiBV_BAa@n@Sp@Mn@Aj@@\\J`@CH{DlBwArBc@z@Sr@e@~BmArCi@l@Uj@J?v@_@vBcBHBHt@Pn@Z`@UH_BU"
    "qA`B]N_@dA?ZPr@JRCLUFyAMOVLhEKhA?`@Hj@?d@Gd@Ab@VxAVNd@?\\Yj@mAh@wBNQt@QHM`@AXq@CaATaAA]VKR"
    "PK`AJp@j@UfA_DpAaC`@]Ie@g@Sa@@EUbA}BAc@W}@\\YtAP\\KXs@Li@hAGZBn@aAVi@IUk@c@YBq@f@S?q@u@Go@"
    "c@g@Di@ReAl@SzAh@pA~@^WDg@uAmBe@{@Fa@Zm@@sBQY",
    "y}WuedDc@nAs@G[z@UzANx@TMX`@NnBGlBFnB\\pBDjAJTLFNSVO\\~@d@?\\qCYqF}@q@b@_AlAmAEi@x@{BB[IgB"
    "u@{AiAOq@f@[`@GZ",
    "{}Mg|eDSFScAOAaAx@g@KYdAWFSIMDBjAn@jAVP\\QJGRa@Ni@HAb@p@?XOd@@Tf@Jf@En@^HSFy@LFVdAVj@j@b@H"
    "P`@@n@V\\CrDkAh@[sCmDmAcAk@Bk@TWCAmAh@y@AW{Ae@c@De@Rc@^a@l@",
    "}oEug`DhDxBv@xAh@vA^n@VFZTv@|@VDrDlCJ@Gc@w@s@c@o@g@oAU[Gg@AoAI]g@{@[a@c@KkAH_@]GUPUBc@C_AU"
    "w@e@q@u@e@aAYo@AwAx@MXTx@Jt@v@p@",
    "kgFu{`DWt@i@a@]o@W}@MWU^y@j@p@bA|AdB^bA@\\{AWYBOVXXp@Xh@n@bBrAd@dAl@Zz@DjBl@~@h@NVTHVAXRZd"
    "@VPd@BTNT?|@m@N[w@u@g@Q{@Gy@q@yBcAe@c@W}B[UOq@aA@_@v@IFEECk@a@_@RW|@]l@K\\?XOPa@Ha@Aa@Oe@["
    "i@a@WgAQ_A[a@CYJElB",
    "}nBe|~CkBl@gCCq@H?LtAR\\GjAXr@DrBYzAPVEZU^c@@W]GoA\\GOcA[y@F",
    "k{Aqx~ChHn@j@_@k@Su@IoBu@iCm@kBy@}Ac@Y{@pA_@NWe@[_@i@mAq@cA|@Of@Fp@Lp@z@XFX_@jAzB`AxDn@",
    "cz@or~CCf@_AESR?jAHTFBVOXd@tB~Ab@u@dArAo@wEw@_@UWD_AYgBw@BYj@?ZVz@",
    "yc@uj~CJd@L?hA_AHUk@]KUD_@^i@z@u@Tg@MW[MyACq@bAc@VuANj@ZXX\\hB\\h@",
    "edbE{s~Cl@Zr@M\\m@Cu@cAy@uAhA\\dA",
    "a|`Eas~Cn@n@d@o@DWgAsAw@QU]WiBg@CSJHp@^jA?t@bBhA",
    "cl~Dw{_D_Bd@aAQqAz@gBhBVRXHV?nANj@CnAfAxAs@\\eBdAWv@c@eBoAiAE",
    "}fLssyBVt@^ClBuBL_AGgHh@oFl@uDa@}Ak@iAq@iCh@oDKiBUQuB`CiF`E}@fCKrCi@PUbB{@vAUr@XnAnBzCnCbA"
    "zBlDXnB",
    "qjK}b|BuB\\[KSV_BNQHRz@|@t@xAo@tCOEm@M_@Ay@SP",
    "ewKyx{BOTy@_@k@IeAjAYr@m@t@Oh@Jn@r@nAfARf@`@v@GNMDeBPmB`@Lf@e@h@{ABu@UwAg@I]n@WbA",
    "m`Ksk|BQDYGGzA[p@I\\\\^z@LZY\\y@\\NDm@DKTJSz@t@BPGLcAv@_C?q@R}@sAOw@iB_@I}@hD?n@Kl@QP",
    "ceJw||Bp@~@Z[t@IRq@x@k@T{@a@oBqA_B}BB[jAAv@N|@FxANn@",
    "awIoy|BHr@RGBm@K}@_@u@c@qA[JNt@@x@f@^Nj@",
    "}pK_s{B`@^b@OFmA`@cB{@Sa@ZQ^Ut@TbA",
    "}bx@k{vCY?aCAeF?gF?eF?gFAgF?eF?gFAu@}Es@eBcA`@e@Ci@s@a@a@UDQn@O`@QIOm@?_ASk@YGW@KU@_@Fq@A{"
    "@{@iBgAgAWc@GiAi@kASk@Ce@Ho@AwAMkBOsBe@gB_AqBOuCO_DkAyCuAmDo@cBwAuD}@_C_@{@a@eAs@Ru@TFdBIh"
    "AWh@c@\\[Ha@?wAy@gBe@y@a@Ia@YKi@HmApAyAzBeA`BChD?pDA|DAfC?vDArCA~DAfBI\\Df@BRANCR@\\FVD\\?"
    "p@I\\ONM?OPW^a@Xc@HWE]NKj@Df@PRPLB^I^MZMp@Dj@Lb@Dd@K^]j@Qh@[TMOIUKOSHWJYL",
    "sf|@kawCBb@Ox@KpBPr@CbAs@RKRAXpBnD~AYr@n@t@JVnA\\Nf@Eb@UXJd@jC^KJr@NTVPR}@L{@PKXOX?PHTd@^^"
    "VYPm@NfAVjACvAHr@TMTm@|@c@p@@Io@o@eANMTHHIO_AAeARVZhA|@z@A`Bz@jE@tAd@bAp@z@`AQp@r@Xx@THHkA"
    "HUPlBPFFoAFs@Xl@PtBPIBk@LMBp@EfAHd@NSPa@\\XZH?a@Ek@t@V~@lAr@lBQPS`@vAfDvAvCbAtFZ\\Tj@XtCZb"
    "COz@Iz@Yz@UDUIQ@IXB\\XFr@r@j@TT~@^hA~@rBYb@cBf@k@h@cAxENRDf@{@v@QzCq@t@gA^yAo@iA_A@u@n@yBH"
    "y@b@e@J^Ti@BWUIWB[TgAdCSpDEnBFd@TGf@F~Dx@h@p@`Bv@D[Ew@DuBREtC~Dz@Jn@v@J_@FmC]yBN@r@fATk@Ho"
    "@N[PIMhB`@nAHnEj@tAfCt@xAKnAPhBf@x@Wz@h@lEJh@Uv@lAvAn@|EnDp@`Ax@bBh@t@^PRj@T\\ScBWuAScDDcC"
    "Vw@Vc@[bCC~CH|At@tDVh@Xd@RNR\\Tl@RxAKrAiB\\]YMz@GrAFxAPxALpBHjDPzC@o@I{DPRJj@^pFj@`Ch@xAh@"
    "MIfAJb@HlAXr@VE`@b@JX@r@Tl@rAlFdAdAPISoBKqBj@o@h@Yl@@t@wAbA_A|AkDAo@@qA[}B[yAe@m@oBm@[gAO{"
    "@v@fBpA`@j@d@b@x@RhAn@vACx@Gh@BvA]tA{@jCIxEm@nCeAhDu@n@A~@VfB`@n@k@ISVStA?vAFp@JR?q@HQLTHX"
    "B`BHp@b@Ld@bC`@hAdCpNCrAVZd@Td@p@Vt@VrCj@fDZeAF{@MyCo@_Gs@}Ci@iA_@wCh@W~@@KeAQ}@^}@RGRWWs@"
    "Iu@DcAIq@PFXt@NRHm@JHF^PPb@k@r@q@\\uANcAOyBc@So@P}@?FYTB`AaBT{@b@ONx@PLU{B]Ek@a@JgAZ_@p@f@"
    "?s@I_Ae@?_@R[gBAo@n@bAHqCm@oCk@}@u@@w@I`@Yb@MYw@WIUo@t@DE{AXP^HJd@A`AFh@Xb@f@XBm@LUDbBH`@"
    "\\}AHRAXFl@XVAx@H^rAq@@No@nBa@b@Cz@\\p@f@i@F@UhAM`ALt@A`A@z@Hr@SpFW`AW~@Kx@VHf@q@`@c@h@uBF"
    "o@He@EtAM~AaCtEWrAQ~@B|@`@k@\\w@jA_A`Be@v@sCA|@Lr@^_ATu@Fy@f@Bj@p@j@KBcBIu@o@{Bm@aASqAF_CF"
    "`CX`Af@n@t@vAJpANxCUp@ULcAa@c@NmAtDoChAu@l@k@~A_At@q@nAAt@Pz@DrATt@r@D\\MfDeHR[|@yCfAqAT@g"
    "BvCi@hBiAtCs@~@g@bBc@l@cB`Ab@n@w@f@GhADrAjA_@@|@Eb@^\\n@g@xBaFA\\Ib@eAnC}@vAu@f@i@fAMj@IbA"
    "\\j@b@X`@m@Vo@t@oAN{Af@DfDsBfCMMVONkBZk@r@wAn@s@JUpCeA`BIhAq@FuAgAw@XoARQz@MlB[|BiAjNmBrKM"
    "bAX{@pAkGl@_El@sILkAN_@HXBh@G`@PnBGr@[r@a@dCYpDb@gAd@e@x@]p@s@AhABnAf@WZYWrAr@Y`@DTjA\\l@l"
    "@L`AcATsAF}ABlBKrBBtA_AP{@OoABs@O_@[kAVEhBFfBDnBU?Wc@KgEeAiAWDU~@G~@GxAPfChB~CjArCf@\\v@O~"
    "@e@\\GVJNk@FsAX[PBLvAx@XpAe@rAiAc@nAqErCWZUf@\\~@TfABv@Fb@rA~Al@QrBkDu@tCi@|@uA`@_Dw@s@|@j"
    "@jBh@hAv@Hp@RLr@b@Bt@@tABl@K`AjBVLb@SLuANi@?~CEj@K^jAtAhAjBX\\\\t@z@zCNpBT~B@y@C_BNmBHhEV|"
    "AxEE|Ap@rCjDj@jAvB`H^zDVoAEy@?o@\\dB]vCXv@nAjBj@Np@^NfB`A`Bd@j@fAYUzAXfAl@t@v@b@^CXPTl@r@h"
    "@v@Wz@Mb@Vy@h@_@|@DpAN\\b@j@NEHg@JoAPP@b@NLp@_CA`BQhAQd@OVE`@b@rAPR^LRr@Ej@Z`BbAz@RAPPIj@Q"
    "^@ZPf@`@JRl@Eh@KV@h@h@f@Fh@SJMKKFVbATh@RhAn@TAVYTWv@j@hBXGNWHrACj@HzANlBJj@ArAGpAYfBg@jLYr"
    "Co@nKqAbKqBtMyDvPUnAVdAFdA@jBEfBU~Bk@bEVg@|@wGFcDIiFLDJjADvANb@TgCA}@UgADYb@c@Fy@Cy@R]N@Ij"
    "CQtAUnEa@|BSfBkF`b@w@nCSdBUtECrGd@vNHtIBIBc@HC^zCl@lCNzERnB`ArBf@AbBtAdAUrAp@t@E^gBEm@Ko@U"
    "IgAjBMm@Tu@h@]^a@|@yF`AiDJqBnBeApAiBt@{D\\kIb@e@NYc@{Be@eB\\XTd@ZxARLPMTmDEwE]oAl@Cl@^EfAD"
    "f@b@KXW`@kAp@mC`BiKRu@`@y@OQ[K_AoDq@kBQiAB_@Tm@Zf@LI^}A^YTRWjASZFnBFb@R^\\QLZP]Po@RoAs@aMo"
    "@_HEeICo@BwA`A{D`HmM~EaP`EmErCl@Vh@Jr@I|@LXf@Cr@LjCnCp@Ej@d@`@ZtANhA\\^ORsA?uAO`AYr@KSCm@X"
    "yApAsB~AgD[DGc@\\o@Mu@Sy@f@Fb@h@@n@Df@REb@o@pDgCxCmAuBa@_AZDi@NYr@a@~@Lh@Oh@^j@p@h@V~Cb@`C"
    "d@Ug@UYkAg@KqAPmARPT|@Xk@Z?F`Bd@`AN`AjBr@LQ_@}@@c@d@\\z@vBrEd@IYm@E_Ae@L_AVcATGNi@A_CLkAb@"
    "mAJNVbCTlDHv@~@Bv@K|DTdA{@\\KP@pAt@~Ah@TM^AbAlCnA`AjEwBp@}Aj@Sv@Kx@rBl@|CgAvA{@h@cBc@w@kAm"
    "@@UOSg@e@^A^Zj@`@d@Tj@g@xA}@\\WMMcBe@_As@LDf@Ed@W`A@|ACTv@f@h@N`@t@Q\\`@ZTKJJB^P^YzAs@z@e@"
    "jAsCbBc@Ac@bB[b@[N@dAp@p@L|@J`@Tk@T]r@|AXRKeBRg@\\gBh@}@^UVg@ZOXBh@W@u@Jg@^q@zCyA@d@KZUPYd"
    "@?jBJl@B`AHbARr@h@b@R]\\oCj@m@bACl@^p@jCh@TjCgA~CmBCc@YKo@L@e@p@yBFw@EcAN@\\v@dBo@Zw@z@aDr"
    "AEd@aBdAf@`@l@\\dAKd@]x@LZ`Bh@bFo@bAi@vA{AzBiAz@Kx@LjDFd@R`@^Tc@H}@SIUe@SgAAk@L]XAx@|D_@hB"
    "@d@rBTfGtEdBrBCe@{BuCh@WfAd@XM]{BFmBr@A^tATAZe@TJObE_@pAYfBfA~BbAhBDdBbAbC~@jArCnDj@d@`ArA"
    "|Az@vA`B\\Nw@sAcAqAx@JvAe@v@A?\\h@h@h@}@Pi@Hc@PGPN_A|F[H]Xd@x@f@l@~@\\t@}AJtBDrBPZ\\j@L_@F"
    "m@Pf@Z\\j@D`@N?n@Gn@{@e@TzBt@zBl@ZbAQNJNXoA~Dp@`H`@fBTLVBvA}An@gAi@bEsBx@EhA@|@TjAT`BOdAQh"
    "DOlAOlFSdBgBxJc@BCf@@nA",
    "m}k@ymaCjAT^b@D\\BNHAb@UpAiBtBcAzCYjBu@v@qAz@o@~@Or@k@f@iAz@m@lASr@w@b@gC?A^_Ff@mClAoDFU?]"
    "GeBFgAV{@D_AMaA?oAJ{Ap@eBvAkBhA}C|@oE|@oCz@oAh@aBTsBFcAIQd@_CrAoFn@mDJmBt@cC|AwCp@aBLeApCg"
    "Eh@{B`@g@d@BRK@[JAVXlADbCO~Aa@x@u@h@FVbAp@h@jAR`AzBv@fFVrCE`ALn@b@\\d@`Ab@fBj@p@p@AzAoAdC}"
    "CfB_BjAe@bAgAx@kBt@gAn@c@x@wB`AkE^{C?eDtAiJl@{C`@gA`AuA`BcBdCgEdDkHrBsDdA{@z@kBp@{Cp@aBBCD"
    "AxBAxBAxB?xBAxBAxB?xBAxBA?`C?`C@`C?~BbE@bE?bE@bE?dE?bE@bE?bE?fGiDfGiDdGiDfGkDfGiDfGiDdGiDf"
    "GkDY_Ac@mD~@J|CX~CV|CV~CX|CV~CV|CX~CV",
    "oba@mzhC?GB}BXk@`@ZLcDGmABkA^wDpAaFpDwGzA}AdAuBl@_@v@IPt@~@c@IcC~@wDp@S`CJlDcBp@{@PkBpA}Ah"
    "B{Az@TlAMlBaA`AG|BPl@Mj@qAn@i@IeBD}AGgAT}CQqCNs@Xi@rA{@LiAMgBTeAdA_A~@qCnAmA`@eCp@sANgAnBe"
    "GtBkEPsBBaDm@aBWuA@mAFy@f@eB|C{@~BwFF_Ep@cE?}BFiCe@]a@J@t@I`Bg@hAe@^c@fAYTYDLm@N]P_Bb@yBf@"
    "aATyBP]Hk@g@u@u@e@gAKmEPi@]e@HYCv@_@^Hb@EhAD\\M^e@TCbA`A\\GfAgA\\Ip@f@FrDObC\\L`@u@t@a@j@q"
    "@~@{A^a@b@lA@c@QyADuCw@vBNsAj@}A`@_@f@eD|AcBjA_DxCkGHiFv@gHWiD@uBZuD\\aBzBmGvBsDPiCFiCY{BW"
    "_COa@ELBXOHEy@K]PCAQIc@c@iD@uEe@eG@wAVyDXoBl@oASsB?mBnA_D\\oEDyAGgFTcBt@cDWoCWuA{@{JM]Y?k@"
    "_ARO^^[uC]_CSo@IaLQ_I[iBHmBKsCFsC}@mUFuAQuBPqHGuINk@Fo@OE[p@cC?sAo@_@Na@|@m@Lw@KPOXCx@y@`@"
    "w@dB@Tc@rBb@`@e@~@XOkBBgCCcCO~Ae@fBSuBKoCd@y@~@g@TgCuCsBnAW\\s@f@G@f@Jt@LeABqANkC|@aFb@eHl"
    "@oCxAiCVoATmEMyCPkBk@DoBrAmCbAi@n@cAd@yJv@YEo@a@UBu@nA[Fc@C[Mm@w@ET@p@OfAa@|AMx@bAbDLB@w@F"
    "I~BtGj@bCBx@?b@QFi@M{@u@AKv@RX?A}@G[c@}Ae@u@w@{@_@o@UeA{@uAKUBeACM]HKvBFt@r@~@DVIvAHFRIDDq"
    "@~AOjAA`AL`CLRVE`@i@DLXbBHGNwBFGp@t@Tr@NpATf@}@Fw@Om@d@O@i@e@K[a@{BQUYAWQe@cA?[JyCCuAF[N[A"
    "[Km@Ai@Jc@Ei@a@yAEg@k@yAJc@\\k@Re@R{@NSBFUbBDDt@u@L_@Dm@Ca@]a@c@KB]j@{A\\i@TS\\ELMBUE]QGm@"
    "JYU@c@FSAcCPiBHQHAJLZBRc@RcAb@_D",
    "g`^_k{Cw@?mF?kF?mF?kF?kF?mF?kF?mF?kF?mF?kF?mF?kF?kF?mF?kF?mF?kF?mF?kF?kF?mF?kF?mF?kF?mF?kF"
    "?mF?kF?kF?mF?kF?mF?kF?mF?kF?mF?kF?kF?mF?kF?mF?kF?mF?kF?kF?mF?kF?mF?kF?mF?kF?mF?kF?kF?mF?kF"
    "?mF?kF?mF?kF?kF?mF?kF?cC?AqFA_EwBTc@b@IN@t@I~CSdCs@~C?@C|@Of@]b@sBj@eEr@qBz@Y`Au@ZoAMw@[m@"
    "_AcAMw@By@F]FyAr@y@f@qAlAm@`@UnAYdBc@?[{@eAI}Ah@qAvBsBhBgAt@gA?}Au@aBeBeAQi@HWnA]\\kAG_DN}"
    "BU]l@YfAq@TeAU}BPs@BeB[o@_@cAs@{AgA}C{BaCm@yBxA_BlAc@^aBnAkCpB}C`C_D`CiCpBaBnAe@^kBzAkBzAk"
    "BzAiBzAkBzAkBzAkBzAkBzA[xCYtC}@jBy@`Ba@Ca@i@USc@CoAc@WFMP?Z@TJl@QrAC|AKfA_@zA]fAc@LqAi@s@O"
    "]Dq@bAYf@E`@bAjEkBdBwBlBqCbCwApAsBrBSbDOjCU~DUdEUdEUnEYdFUjEW|Ea@`H\\nB~@pFv@zED~@f@~H^bCt"
    "@jAv@jAbAzBjA|@d@b@Rv@T|BC~D}@bDyAzAaBxAkC?}BwBcC}BuBqBmCeC_CyBiCk@_E{@qFkAuBuAwCqBmD_CwCo"
    "BkA}@u@gAMs@B]L]PUPQFW@s@H[HUCeEL}@n@{C}AeAuA_AeAo@qCGeC@{D?{C@wD?iB@mCAcAsD}@aDcAwCwBuDa@"
    "_@SeAgAcAoA}@_@{@Ma@yE{H{BqCcBqAmAe@s@B]C",
    "ciy@wjrCf@hAc@F_@U[k@cA{@y@YQEYh@w@a@w@QpF~Dp@TfAv@`Ah@n@LnFlCRBRMdEfAnAHhAVu@y@AULQZD\\z@"
    "n@RHaAOs@Uo@o@kAcAo@a@i@Wb@Cq@S[SOo@?WGSOQCu@Vq@Gi@]k@IoBGqBUm@i@}AoBw@_@tAbCl@z@",
    "et{@gcvC^Tb@G?z@BTd@_@NSAoAa@kA[]a@RYtAAb@",
    "_lx@azqCXBYmBo@q@QH?d@D`@^r@ZT",
    "{kz@yxrCxCv@Vc@e@Oo@uA_@Iq@n@Ij@",
    "c_z@}|rCX\\^COk@E}@OcAGUQQDzD",
    "auz@ytrCh@P`Bi@oAc@MKIu@AY]pBCd@",
    "{rw@arlCFVd@_Ce@h@G`@?Z",
    "mtw@{{kChA^DKsA_A[gFCiBL}DAe@Kz@MnDDdCV`ERl@",
    "ipw@azkCbBpAJEaAy@m@Q",
    "ycw@kfkCLJq@oCcBuD[[rAzCnAxD",
    "wct@q_bCR\\f@UTg@HkAa@pAMPk@F",
    "}bt@ccbC@bAZqBP{BYf@U`C",
    "m`u@ip`ClBvEKu@k@sBMw@[a@[}@AiAg@q@KGdAlF",
    "kzn@gmeCTNzAcBDi@m@g@[Bk@p@ONERB^Nj@",
    "u_l@uscCJ@[}ACe@k@uBWQIp@l@rAr@bC",
    "adl@w|cCRDW}@i@_@yAwBc@GSg@GEDp@fAfAxBjC",
    "yyk@_~bCP`AEcBk@_F{AeHg@q@hBbIx@tG",
    "_bm@o`eCZJyBqDWy@_@@t@bB~AxB",
    "_}k@}taCFr@l@yFhAsPBaIKoBSfMqA`QQ`D",
    "ik_@cpjCZ@l@KOYWSGLYh@",
    "mz_@asiCX@`@IN}@YCYFSn@CP",
    "im`@aeiC^Jb@W^oB`@uAQY[rAeA~BQV",
    "{o_@iljCd@N\\Ol@mBcBMi@n@EL`@|@",
    "ur_@crjCqBz@{@[KZFVhCl@h@_@Bi@Li@SM",
    "im`@cyiC[rAf@Ih@DJo@L_AFOZE@EB]GOyAfAW`@",
    "k`^o_{CEXTVNBVg@JCIz@BRr@c@H]O_@_@_@KC_Aj@",
    "k|]iyzCMd@z@WXUDUHcACWYGq@tAGj@",
    "_d^}lzCYvCK}@kAjB?t@FPNDNOJe@PSb@KPi@F]?sAH[RCPUZy@BOMo@]qAUe@MBQXSj@B\\pA|@BLi@PMLMp@",
    "_}y@w|rCNTDw@K_AI?E`@D~@",
    "}lx@w{pC~@lD@a@qAwENjA",
    "cxw@g{nCXRuAgFo@_EUcARfCd@zBfArE",
    "acw@yfkCJ@TK\\WFQ]Di@l@",
    "}ot@s~_CPVFG?a@TmA?Su@jAARFR",
    "uxt@cd`CH?CQU_@GJ?PVR",
    "_|t@wg`CLDUq@EBLf@",
    "}tt@_a`CVXXS[YuA]^b@^L",
    "mnt@ebgCVvGHcB@_BQw@Q[",
    "{kt@y|_Cb@J]m@IcAOr@?`@RN",
    "{cu@g}bCGrAp@cE~@sH`@oFW`AUbC}AlM",
    "cht@yz_CL@@QWUQ@@VVJ",
    "wlp@{teC\\z@AWU{@OUHl@",
    "orp@_gfCDJp@W\\UBUqAf@GN",
    "}zp@ihfCn@VfAANG]OuAUSV",
    "}fp@gbfCAt@X[f@AOQMQESq@aALp@Fn@",
    "ymp@ixeCLb@MmDTsCW~@GlAHnC",
    "{qr@kreCv@h@z@]e@EYJeA{@c@k@i@Q~AfB",
    "c_^sjyCDTFANm@@_@MWSbA@L",
    "ag^oqyC@XRRJC?_@DCVb@AgAKmAIAMr@Yx@",
    "ie^uxyCBT\\YHWAu@Ec@EGQNEFEdB",
    "u_^yvzCFJ\\OPYD_@K{@MOIBCt@Yv@BV",
    "sl{@i~uCTTTE?y@EQGIKNQt@",
    "_lrAkob@A`AtA{@R[[e@u@?MTGd@",
    "yolAulg@u@v@k@e@k@BWRWD_@@u@|ATpAy@Os@dAWEI[a@_@Uj@[pAc@V]vAWlBUNe@@g@ON~AErA_Az@d@`@f@n@p"
    "Ad@TOdAsA`@cBhAmCNi@PYbAQz@a@n@gANk@R]`A@h@a@h@m@zDeChAL`@e@?aAg@g@bDOx@Wg@McFAuAKE\\kAx@g"
    "AD",
    "o~gCq}{AJl@VRHsB`@qAM?]h@KnBIa@@a@E_@Bc@Pw@EIYl@Cd@B~A",
    "cq}AegrAp@DCu@e@y@YF?`AP^",
    "qzxAah{AP@DIB[Ik@GYMBO\\OXFVZT",
    "w`[yxhADPJOJ_@Bc@KSMJGb@?d@",
    "en~@ewxBvAx@Ca@eAoAYDJp@",
    "gv`Aiqj@uA`AiBUk@PYv@Lr@`@G\\LEdASZoBjASB@]Rs@Fw@Qo@[M_CU]T_AbCz@PVv@s@Vg@d@Tv@BZzAd@nAXd@"
    "`A`An@~DpAUbAA^FvAhGgBb@HgArDr@^r@Sn@L\\`CjAsA~@sB@aA_A{BRs@qCeDYq@m@[m@ISU@g@ReAAqBsByCNa"
    "Bc@A",
    "i}_Amjj@qATiAoAq@Yi@P]n@i@GyBq@OPi@y@e@X[p@Lz@`@d@Rr@Xh@h@d@^|@nApCpBzDd@NnAJ`@MZBVdBb@jAP"
    "Nd@FNHLZbBEdAo@pAgBmB_C_BDmAuA_Ai@Yk@[a@?k@TSZ@ZRbAVl@q@]Sa@@gBo@SS^aA|@i@r@cAFYAg@ZqA]Ce@"
    "r@wAfA",
    "sp_Aw~i@g@Ng@ETtBPv@n@Cl@mANg@s@]Q_@",
    "m}`Asvi@AbBj@_@No@Wa@U@KJ",
    "k``Aylj@jA?Ne@A}Aw@Gy@f@Bf@Rz@",
    "yg`Auni@b@THIHk@@w@BWWFg@j@@z@",
    "iot@w_zBQTUMGWsAPMn@`A@Z\\NDv@GFmBOKKh@",
    "mgu@ulzBBDPCh@l@NACQGMIKIC[IMAGJ@@",
    "eju@ylzBXNREk@o@KOIGI?MH?Dj@l@",
    "ep}@yqhCp@f@LCHMs@e@i@{AMD`@dB",
    "_v}@}_yBLFHA@OIm@w@Cf@z@",
    "qr}@u}xBj@BJMWc@m@CKFXh@",
    "{w}@{iyBGd@D?\\YXAHGBMo@ASL",
    "{wy@wv|B@N^m@z@?H{@WIkATQr@LX",
    "aty@oy|BHL^g@B_@JAR[Ee@k@AQfBIV",
    "ely@{y|B_A~@e@ICLTLBJ|@PPCBk@C_A",
    "_}~@{awB@bAd@S@{@Q}@IEMnA",
    "}p_Bss{CCx@VLRSh@?f@JIgBkALc@X",
    "kh_Ba}{CRjAr@YBSy@k@K?EL",
    "kg~A}eaDnBpCl@Yd@JJCUs@YyBo@o@y@_Cm@a@QBIJUlC^r@Hl@",
    "se_Bui~Cf@n@bCn@v@p@bBnBPHtC[nBoCdA{@\\G\\P`AP`AAa@cAm@e@dBY\\S^m@nAGd@J`A|@dB`AzB{AVg@?mA"
    "P}@`@Sk@oAs@u@sBu@qD{BaBu@{A{Ae@w@[mAY}Ag@mAd@QPy@Ey@Os@LaAZcAAs@Ey@dABfAP~@f@|@t@t@H?k@Wu"
    "@}@kAcA_AWq@Qw@a@m@wAuAeD_BYEaAJ_AMw@c@y@G}BdBd@{Cw@c@qAjC]L_ASXWZAd@S\\m@t@mCCsAa@wAg@qA^"
    "OZ]DqAIeAeA_AS_BIiBJo@dAF`@R\\^^AtAuBp@wAvAyDJoBeAoFmByC_Cu@VIbEA`ARz@|@`@R`@D`@^\\j@`@Z`A"
    "G^HTYPi@XIZJx@v@z@`@fAc@~AaAPVT|@J|A`AqAx@oBRcA?mA]_@a@Zq@yDcBqFc@eAW{AB}@Tq@zAsB?_BIiBY_A"
    "IK{B@n@a@~A_BAa@UyAHHRf@f@bBVVbAVJn@JL`@BHl@FBHq@?qAMkAYy@aBeCn@h@lBzBv@nALZDV?XYnCF`A|AtL"
    "Pj@NTNDl@GTa@?c@Iw@e@oEQy@Yu@u@}A?Ed@PNEHQEuG]{AKeCYqB]sAWiBa@o@IgAe@mA]qANF~DrEp@f@`AIr@W"
    "f@s@P_Bn@Ah@Q?Ku@u@wAQqAsAhAy@EQ_Ao@oAcDQuCf@eALm@jAs@LaAIc@Wc@e@[{@[t@[Ra@No@?][}BOs@_@aA"
    "oCBO]OAiAZJ]vB}CH]a@sAAe@Bi@I]e@OsB@[MJi@Zu@Bk@Eg@AqACa@[u@UO]I_APWT[r@SEoAu@WG_@~@gCs@uDU"
    "mBa@sBKkBe@qBPCTD\\ZrAC|AD\\L`@h@`AlB|AhEvEvBjBNr@FfAeAL[VNb@hB|B^rBqACaAUeCgA{Bu@{@AuBh@Y"
    "@q@Sq@AsIJ}AW_A\\s@hAq@fC@T\\|@v@lAn@jBLx@F~@Nx@|ArG|AvCf@lBr@tAn@t@r@b@vCf@h@Xp@n@t@V}@C}"
    "@YoBIaCzAJhAr@z@tBHlB`Cp@f@r@R`AEvBa@r@c@o@x@s@^wHhAQGaBmAcC?{FlCgAlBgBzCw@|@i@v@WpAq@rGu@"
    "jGiAbH_@nAk@v@{EbCo@h@uA|BqAdCkAdBqApAf@j@ZbAUzA_@vAaAlC{@xCTWTK^@\\Ev@o@t@{@hBVx@Ir@?aB`@"
    "iBBiF`GoAvCm@hE^zAp@x@l@bAj@jAaCnB[C]OYe@o@{AW_@oAKcADcAR{@EwBf@{@b@yC~C_@vAOpBA|BXrB\\fBP"
    "dCJp@Pb@pAjBt@h@TQV@@XWt@A`An@n@p@RnAYpBxAqAl@Op@RtAp@f@x@Nx@Bn@Tl@f@y@Ug@RYfAUTqB\\cA?gCQ"
    "_A@WJ?z@HtCP\\pDzBd@vAHr@fBGn@t@tAd@~@f@~@p@t@L`F{@hCDxDr@n@IdAo@hAa@rAMhAm@m@vAdBrAl@Nn@A"
    "bBVzAKMz@Wr@PTTDlDg@XFRb@~@Q|@}@`Ai@bASv@F~E~Al@`BThC^xBt@|A|@Lz@aAnBgAf@q@JAJPj@Tl@?dARzB"
    "x@p@f@hBlBT\\d@lBz@Rt@eA|@Y~@Xf@b@P]@}@o@kA_Cw@mBsCw@yASq@[_@a@KQw@yC_FMq@G{AKwA}By@{@yDOM"
    "oDa@aC@aCb@aABaAMs@q@yAsDq@oAy@gAu@qAwAwCz@r@fArA",
    "ck~A{f`DUT{@CRn@~@t@j@r@r@j@Xq@\\@j@aBFoCy@e@qA@aAlB",
    "ug_Bs{fD|@@_@cAe@QgAFJ\\bAl@",
    "{a`ByihDLLt@uBg@eCo@BGb@B^XB@HG|@?fABP",
    "g}_BsjhDKnA[Sk@lAU?c@_@FfAb@hEJ`@D|@FJJxBVh@T~AFH^e@_@sCKuAFk@Pg@n@Af@PFW@_@HIt@@LGJ]@Wq@Q"
    "k@FcAo@h@{Cv@MJOIY]Mo@oA[Ka@@BpA",
    "of`BqthD?LZ`B?b@l@CFIFw@E{@EOMEMJW]K?MT",
    "_}~A{kfD^L\\?p@aAPq@C_@SIo@NWv@Ab@EL]LBF",
    "ca_B_jfDDBRU`@kAu@MWHH^F`A",
    "{~~AktfDDZi@?{@Ve@B]\\Nv@RNR@fAw@~AVRGJMBS?g@DK`@d@NCFQBe@Cs@SkAa@Os@Hy@h@QX?TT^",
    "qd_B_zfDn@ZRWBiAx@_@ZSRc@CKe@O_AbAYv@m@NEFDd@",
    "ga}Ak|cD^F@Qw@mAa@KKFVj@j@n@",
    "i{}AmsbDdA?VI\\[`@}CKw@MYMUe@Ic@\\MZ]jBEzADr@",
    "uo}AuscD|E~@jAEF_@OS}@SYyC|AgADSGa@IMy@c@WGSBi@h@m@tA{@Li@d@FfD",
    "qi}AydcDSrCSzA?^Pj@xAx@\\??MS{@PaAGs@FGPD`ApATF@OOcAAk@I[QYUSOAQRu@w@o@]",
    "il}As`cDJJZAHSD[?s@Oe@gAw@^S@MSo@mAgASMS@f@`C~AzE",
    "kh}Ak|eDfAfEXDXp@hAv@aA?QR?d@JVtAzAx@b@|@~A^?^|@XXL?PKd@{@eA{@G_@o@c@BIlAo@\\a@COc@e@PCJSR"
    "GFS@o@Cs@WUGWIEa@Jc@f@g@Oo@FAIb@aBESSWmBeAgCwBa@QINM|@@pA",
    "}f}A_jdDNLRATSXu@{@e@YTGX?ZHV",
    "ii}Ao}dD@r@Hz@M~@Aj@WNMRgBVaBGQRA\\N^t@z@`A~ARRT@LIJkDdATx@A^STg@j@gB`Ci@b@w@Jc@EQYi@a@LUG"
    "KS?OPc@?KcCm@IiA]E_@Vm@jAKzA",
    "{v|A{ceD}@~@p@jBjA?jBmA?OGWOSQCYLe@U]Fc@]",
    "cv|AmodDVD\\ERQPeABk@GoA@}A_ACOLIzG?J",
    "es|AajdDn@NPGBOKg@e@MYTCRHR",
    "_h}AobaDl@E`@RTPRAz@Dx@?F]I{AJWt@KRU^}@D]Bg@^s@f@e@VAl@|@d@|@M\\Kf@T\\|@bAHXPL\\ShAB`@If@q"
    "@`Ba@PmAPMnBgCLm@MYi@i@kCcAUYCWh@[b@]JS@QUUi@A_@HYSo@S]Y[aA[{@A_@YqBK[wAiA",
    "sv|AsfbDUh@k@Hg@e@m@uB_@Ec@FeAM{Bu@w@AmAZy@?s@rA[bC_AbCuApBAbA\\d@~@l@Ap@g@Yc@IwAH]r@ShAK|"
    "@FbATUV{@X[^MMpADnBMHi@@ZnBv@^`AJNf@Jr@`@jAj@j@v@Gv@c@",
    "oa`Bch}Cn@f@Ll@JP\\J\\@rB}AZBYk@iAa@g@m@}Aj@k@r@",
    "ke_CsbaCc@zACzRIj@",
    "}f_Coj`CRFTn@XhA`@d@Zj@Zt@TJ^cAReACOOCEc@Hu@RQXAXTXn@Nn@@bBGpB@t@LbABbBIlAGl@Ad@XzBUTgAHUp"
    "AMx@B`@r@X|@Zl@GrAb@j@x@Md@MXGlALjBThB\\bC`@tCl@bFd@rDB~B?rABfD",
    "ar~Bqx}Bd@zAFBj@KLCh@I`AOrAUdBYnB[tB]zB_@zB_@vB]nB[bBYtAS~@Qh@INCl@KX}@\\kA\\iA\\kA^kA\\kA"
    "\\iA^kA\\kA\\kA\\iA^kA\\kA\\iA^kA\\kA\\kARq@Jw@@uC?_@",
    "gs|Boq_CS{@Ih@Wx@e@MQHMlE[hAc@\\uBNgA[qCeCkAq@qEHgDv@eG^s@GkCkBwA_Bs@[a@{AUwBSmAYe@WaAQmBq"
    "@kBaEiGqBaFIgA_AmBo@uBiFuIm@kC[}CAK",
    "qa_CoqaCSE[VCtBHnB@tBB~@Ur@c@TOAKY",
    "ae_Cus`CCq@DYVCHj@B|@QBU]",
    "{q}Bop_Ch@Db@k@mAy@UYUu@Ql@RfAL^ZX",
    "me}Bsq_CHFF}@?QY]Mr@Tp@",
    "e|}Bsm_C?f@v@KLRn@Ij@[]o@oAw@a@r@Qh@",
    "qe~Bew_CDVNAd@UL_@Ye@IAOf@U^",
    "kkuBqfyCRJ`EQb@DxBRnBtDbAA~An@~@x@jA~Bx@w@fA?fAb@rArAn@N|AWlBn@jFvGnAjE\\f@f@p@h@XTAoBqCa@"
    "u@Eg@AaA`@oA|AfEr@Z`Az@BdCGbB[|Bs@dD",
    "sssBuuwC\\DpAgABsBx@aBzA?f@Jt@mBfAm@t@Lv@SxBsBpAM@rA`@x@",
    "e{rBwbxCr@Rf@XzAoA`@y@nCz@nAGpDv@pAu@bDwCz@]t@DZo@c@Yg@Ai@QKY@q@tAe@lAIp@k@d@s@wA?yAd@mCL_"
    "Cf@_@q@iAsAM[zBx@|Bc@l@s@f@mANuAIqAJqCh@aCNgAj@_Ak@pCO~AYvADjFNpAr@TbAKdAYQaCb@j@t@~Bl@PbB"
    "M|DrALxAZzBZfAFh@nAxDHPvC~FRR`Bz@z@r@j@VjAY\\d@Nl@?|Ae@bA_@bFJ~A",
    "uwpBsdwC\\}@l@aAzAw@bBRjB|AhAb@f@WV?FZATKP@JLFjDcAjA}@x@wB",
    "w}oBokwC]e@WOyAIOKA[Ec@@s@Hw@e@oA{@cAa@aACaB}@o@u@qAMyASw@b@_CDuA@gAOe@s@m@u@a@UBGTAnCIBQQ"
    "[uAQV]HUUM@QTc@^a@H[SUe@YLo@bBUKmBSQ[KWpBeCEaBCqBLcATu@vA}@bA_AL]@c@B{@Xq@@i@OaAEeAD[NW\\A"
    "h@g@Xw@hAmAVMLe@Do@Oy@SyAMsA?q@H{Bd@}APK^X`@TZS^s@r@mC~A]d@Ed@bAJSHk@RQXRFQK{@^]hA@d@UDm@T"
    "[h@Mf@e@f@y@x@e@lAQDEFIp@f@\\^d@Sz@fAxBBz@E\\OpBhBJf@",
    "cboBspzCXLfARjA\\NfBVx@f@pAlCZxBh@zBVbDdBt@vAr@Xn@D\\q@fBcCf@_Ar@Qx@Hv@^x@D~@m@FDVDbDu@LIF"
    "ATCxBDpBkBb@CXj@Rp@nAn@RR",
    "camBkezCJMBk@Ec@Jc@\\g@FOd@@HBB?r@c@`@qAt@k@f@MPa@Jo@Lc@@AFu@JE@At@H",
    "etlB{uzCE{DuAeCSeA_@sCWcA[y@Uu@Go@",
    "g{lB{m{CWEaAj@{@TQUE[@Sn@_A\\g@@WIw@E}@DcA`@uCD_A_@mAeBwDa@cAm@sA_CgEoAuBu@_AoAoBa@y@qCe@O"
    "u@[y@SYAcBXyBTi@N]I[OGSCW[B_@|@mAX{@h@yCrA_DXs@Bq@Ko@J}@\\oA",
    "wmmB}e~CEGBaBUUa@Mm@Dg@Lq@l@MGqAsAuA_CWgAUa@iAQ_AGg@@eBK{@Mq@UoBImDNqB?mAJ}DbAeAJa@b@}@LqB"
    "b@cBPcAGe@HeA~COP[By@MqADq@`@F|AMLUC[u@Uw@OQsAd@e@Ec@i@UG{@\\iAT{@@e@TYbBWRUDc@wA]c@k@W[KS"
    "]Y_@UASJSh@_@~Ae@`BY`@cA]o@]sAEoBSuA[u@Ba@^q@x@KtAaAz@s@HQ}@]i@H{@DiATeANiA[iB]}AOq@q@}Aq@"
    "aAiAkBw@c@o@N[NgA_A}BCiBF",
    "m{qB}z~CI@s@`@u@Ze@@k@Gu@c@c@c@k@uDOYWMg@AmA`@wA\\s@CiCaBmAM{ATwA@cAMo@`@w@hAs@lBu@hE}CdFC"
    "j@L\\lAZ`AL@f@Qh@]~@CnA@hAM~@WZC^\\f@FVKLmCFeAf@u@`@YB{@UcAOg@AOXMdAWbAURe@AW@MXNf@Ch@Qt@S"
    "vBSb@Kl@?t@Nl@Jb@KpAi@zA_@TYpAm@XcAcAs@c@aAR{@Jg@n@]~@a@b@c@QgAPa@r@_@\\k@i@a@u@_Cu@oAMUIm"
    "@g@o@Ym@Fi@nAm@v@KxAw@xBgCdDu@r@c@ISMGOGqAQ][AiBdBw@Ju@@gAlAmAdA{@Dq@Y_@OUXQx@_@l@c@Ls@@{A"
    "xAuAxAs@Dm@[g@E[TGf@Rr@?jAe@fA?fAH~@Tx@r@pAn@jAfA^h@^Kv@Yr@}@h@cA\\I`@JPj@L|@OR\\\\p@PvALp"
    "AaATg@`@KbAMhACbAT^@`@IP]DUNAb@h@nAf@vCTpAAvAVp@h@BtCF~BCv@KvAGj@Tv@jCj@v@fAp@nALj@z@NxA@p"
    "ADf@Pb@DXCZQHUJ?RFXXZHj@Al@Cp@",
    "w_rBsfxCkAx@lAOjDu@jAq@Rw@HkAi@nA]b@oElA",
    "q`sBaccBz@?bB?`B?`B?bB?`B?bB?`B?`B?bB?`B?bB?`B?`B?bB?`B?`B?z@?HCFEd@Nd@p@h@Tj@IDD",
    "seqBw`cBTA^AZJTl@VhAf@vA^jAXv@|@xA`@XNCHORsBJQvBx@P@",
    "mupBeubBAc@FoG@eDOgBGwBAgBUsDFkB[yJG}@IuDQw@OUSoBg@sD[{ADiECgCE_@y@q@kA}B]uCm@}AuA}@A?aG_O"
    "wBsGs@kCAs@IaATs@Vo@Fi@TU^?R]T}@Vg@hABv@_A?uAWiDi@cEAs@Dm@Hg@Rg@Pm@MkC[iCUcAUkAF_A\\]",
    "kkqBydhBO}@a@gBaAgBy@eAe@?kAt@cA`Ae@Bk@[}AsBUb@[fA]rB{@t@[b@SJKIU{AYq@s@_AmBq@mAMa@Kw@]wA}"
    "AwAxB}AV{AA[c@O[_BgEaCoG",
    "yasBc_iBwA|J[TB`@D^w@zAeAn@Wl@Cr@V~EC|@U~Ei@p@e@`FiA|AIZQlBUtBQZIFU|BJfAQvE[~DEfFAdB@|@DvA"
    "Lp@Vp@XlATpALh@IzB@^DN`@Rj@`@X^b@~@\\bAf@hE`AzCHr@|@|AZpBPlCVdBr@hCJzEAvLLpNAdE",
    "_n}Be|oCDt@\\aDLqDQs@UBR~@]lG",
    "{vdCygnCZBbAYdCu@rBkBjAeAJH^n@Vz@PpB\\dCjCDtBHlAr@hAdARrANjBj@vFf@`FRpC\\bBrAbC`BvAp@h@Vr@"
    "Bp@PLf@Gh@FzAr@bB|@vB~@bA?ZLJ^Kx@Kl@Iv@Zn@PnANjCh@h@bAdAjAxAPPj@Xh@Gf@Mh@Vj@dARUHeATm@dAgB"
    "x@gAXEt@R`ALv@Oh@]bAcBVw@Pg@l@H",
    "q{aCqilCLm@@s@MaAByBXuA\\g@CYM{@Ou@?iBTqBFcDEaDZoAbF?jEDJQlAkE`AyC|@yApCoBdAm@x@uAp@{AJ_CH"
    "i@La@NOPBfDsCbAg@~@^ZDv@i@~@v@XBd@M^SrAgCfAu@r@c@`Bq@hB[t@Ud@]HQ?q@@_ALo@Xw@d@k@|@F~AChAi@"
    "x@GdAFx@?f@^Vb@NlBLPVF^E`A?rBSpCClBv@tAnArAxA`BnCZ~@x@|FVb@`@\\`@B`Ad@vA|@z@XxCM",
    "_|}BsgnCHoAZgHLgHAiCOsG@iCD}BEyBKiCGmCHaB\\mAp@aBFy@BaAn@Ej@cA`@c@lAg@d@Ab@ZXz@P}A?aB}@kEe"
    "@z@o@V{@By@OJeAXg@`@]J{AC_BOyAPc@ZU~@@rAWrAIRhBm@jCd@cAd@{Ar@aD^_EDmE[iDc@_DUkE]iE]xAa@nAo"
    "@jAYPmA\\q@Ku@k@s@Lk@rAg@zAy@RyBaAy@Oq@\\YDYCTsAHoA]i@_Bl@}@_@OOMSEeA@gAFaAPy@j@sAjDcEv@mA"
    "n@cB^oCVsCTmBz@aGV]ZMfAGfARrBj@bAM\\XlAlBb@zAp@rEe@bA?j@\\xHQvCDJLc@j@{CjA{D~@aH",
    "ic}BkgsCoB{DaBeCmAoAWSkBcAkC{@eBk@eCe@k@G_A@s@b@_@ZoBpBqBtBaB`CYr@O~@K|@qAdEa@xAo@tBg@x@e@"
    "dAYx@[Za@JiASwAc@u@OW@",
    "yvnBelqC~Bb@d@a@g@eAiAk@WC_@bABn@",
    "sdwB{}rCc@TeA\\k@b@WHw@iAuA@iAHe@Jm@Vy@PUc@a@eBKMIIi@Gg@FQPQpAo@\\sAbCq@r@KTNXE`@]h@g@Nm@E"
    "WNOVC`@?T",
    "cfxBcorCGp@c@bAg@h@Ul@c@xCOtADrAXrAt@hBMj@Kx@Bj@e@dCQrALRHXeA~@qAv@c@H_BY}@C}@p@wA|B_B`DSp"
    "@",
    "e}xBq|pCGTSd@",
    "a~xBuzpCR?^c@jAcBf@j@`@hAb@xG\\\\t@A~@Gj@LJPE\\Ml@Gx@Cn@Uj@_@h@Ah@Dz@Dj@FXMdAa@pAU\\FzCKdA"
    "I~AB|CEd@IL_@D]LKX@Rd@fABr@JhAJh@`@pATpAHbAG^}@Ha@n@yA`BOf@Vz@?VK^Ev@@|@?pAOL}@jAk@lAAVTz@"
    "EdA@N",
    "c}xBk`nCPY`@Ib@ATRf@t@r@z@h@v@Vd@RENa@Fm@AmDFu@Re@VUXK\\Af@r@x@r@vACz@I\\IrBoAVAj@a@p@YvAp"
    "@d@Kr@i@PJx@~BbBjCt@T",
    "kswBe_nCXiCVu@JGXOPHz@|A~Ax@nA`@~Bj@~ARh@@xAQnA[nA@z@JlCdBpFpEvDdBdBh@nAThC@nBOlA@j@Yz@sAj"
    "AuA^Qj@Q~@G|CxBp@`@t@XjBhAp@h@z@ClAK`ABl@y@V_AzAg@`AINZPvAZ~EBx@y@|EB`@f@Jn@B^RVb@N`Et@b@Z"
    "f@XvBL@xAyAf@G",
    "cctBgtlCa@}Ad@yDh@kDg@oBqAeCwA}C?_BDiAVq@n@cAnAfAx@nAb@Nh@l@RpAn@~@nAXvBeA`CgBhAsAz@Sv@b@f"
    "DnExCnHd@r@nC`C~Aj@j@I|Dx@~AFhAbAnCiAvA_Br@_BrAqE|@aBdCyAlFwE|@W~C_@hDSb@nAJvH\\tAJ`DRn@`@"
    "\\p@s@b@UpA`AbD|Av@LzDuBdAkAj@sANmCZoABw@H}@d@Yh@n@j@At@]`CuBbBIz@pCn@l@p@LBi@g@}AzCPpAdA~"
    "@In@_@Eg@q@Mi@_@gDYg@Yi@eBoAwAIe@|@?`GXpDMRh@ZFDwB[u@e@D{Ao@FaB`AcALe@n@If@m@FuB\\aCl@}@Ea"
    "@qAk@OsDJoBf@GvBwAb@Ff@_BdAcA`@VT^^Mr@{@t@a@Vg@]iBg@@GsA^kCCgAa@Qg@Ji@rAKpAFlAYjAQRKqAQMW`"
    "@q@PcCo@Wi@~AB`@e@f@wAToADe@Jy@M]aAm@y@_CVc@ZQ\\JZk@B{@Wq@AcAjAeDRc@Ow@y@yAu@qBFe@f@M|Dn@h"
    "Ah@bCRH}@Cw@]cBByFQeCiAg@yAgEqCiFwCD{@aAyACQn@Ij@oA`AkCIa@Y_@c@~@qBSa@y@C_AZCXPb@R~@SJsDe@"
    "}D\\{@OuC?Ye@j@q@j@Q\\W\\c@}AmBu@U{FcA{Da@AYZ?pFw@x@k@nAgBP]Rq@KmBMuA]q@_BGkIvAmFu@aG`CuFY"
    "s@y@}@yD{IwHyB_DcCyA_FaB{DaCu@MaM|@uHFmC{BsAh@Fj@Nd@EjAo@lBo@jAqClBgE{A_@Hi@XeAdHw@fBeAfAy"
    "@Li@iAa@]gAKwBbBi@hBiEnAyDf@oAxAeGvAaBMcD{A}HeBsElCy@Pq@KeAf@kAUiFgDiA_BmAWcAy@wDyDu@kB",
    "izoBcnsCL`Ca@pCqAfEqAdBmIzF}@TLdBRzATz@`Bf@lGoBbAKn@VxAnA`BYhCl@d@xC~AnD|ClCnBjAfDnGlA~C^"
    "\\d@XKmASeABs@?kAw@wAs@}@wCsBg@}AvB@vBTjAM`AFTsANq@",
    "_xnBmarCQMUKe@wAc@aAq@qAKo@?m@J_@@e@@u@CmBqBwBc@KKw@F}BNeBRGZ]Pa@Ze@p@W",
    "}|nBaesC@_@E_@Qa@sA[IWIy@Qy@SSa@@cAMm@Qo@i@Wc@cBU[Q[Ne@|@}@xAa@\\YKk@a@k@?a@DQ[YEiAR",
    "u{fByqiC?^RxEBlABdC?~Ck@fCAz@PbApAlAfBdBzA`B`BhB\\bAp@r@h@t@Dp@\\~Ad@jA|Ab@NVj@pBRl@X|A_@t"
    "Fg@zFGfB@vAT|Ap@fCb@`BdApDTj@n@r@|AdA`Az@",
    "gyeBogfC`@oG\\gFV}Dh@qI`@}Gb@}G^aG^cGLe@`B{BxAqBzA_CdBkCNoDr@iGt@sCRe@lB_B~@eAPg@JmBl@uEr@"
    "aEPcC@eDIwBUs@kBsCq@sD}@cAs@q@k@{@e@}A]eBCkBMmDQyBm@gCPmBVwBEmEDsARiAR_B?mASoEM_DWmEHy@Ni@"
    "r@m@@[M]kAcBi@sCa@_@u@s@@y@J}@",
    "{heB_ymCgCeAcCuDm@k@oHgDe@Jk@VJ|@Pp@YvAc@u@Fc@@m@}@Cw@D{@r@BfEoA`ET~AaAx@y@eA]eBkBy@gBsCw@"
    "OKxB[jBd@b@p@pB|A~GtArA`AnBRlADzAObDm@fDw@dBs@\\yB~C@|AQpBEfCi@lBxAlFp@jD`BjFtAxCxDdFl@jA"
    "\\lALpAE`B{@lFqAjCqAjAoC_@BzAIlBy@Eg@O_@kBgAhAc@|E{@dAEXRPPXQPy@Za@Qy@n@",
    "wwfBkjkCtApAQgAw@uAMR@v@",
    "erfBgejCLDX^N@f@a@L?RWEgCEe@aBCu@nAGRAVVj@RZ",
    "eu_AsypB\\JCm@s@oAqAs@SAJdArB`B",
    "wp_A_toBxA~@jFN~AWhAPeCkCO{@y@KQQQuHFkAHg@V]r@g@HUa@a@eAQs@e@mBGs@_@yAIj@lCRt@G`CHtAKlBYhA"
    "PdA@jBBf@",
    "_sA_mlAG?Ga@]M@d@h@tBVm@hAkANy@Ym@Bb@KNi@Fe@\\VJUN",
    "_hBchoATbAH?Vg@HYe@oASEWX?VN`@",
    "iwAihlABlDXoABc@[u@EC",
    "scaB}rpBNzBZvCRp@JrJG^GF{A~BwBbDuAtBGd@?tFApEQvBAtBUvAoAhDQbBA`IArFIjI?tG?|I?xK?lLr@B[dCCv"
    "BGf@Lx@KxAU^y@rDQtCzAr@Ed@",
    "cpaB_gkBjDpAdA`A",
    "qhaBkbkB?_AXK\\URa@XkAHy@f@Ip@aAn@mANkACa@Dc@PMh@kDXeALw@Ek@Dy@Gm@U[Ga@AiAMsCGsCVg@\\KNi@D"
    "cA?{@{@oEJaNGiAYq@Wy@@y@d@oChAmBd@yARoABi@k@_ASi@Cq@R{ACaDQyBO}C?o@j@}AVKPDl@|@NFHSDWOc@Do"
    "@Mg@[QISf@SBYA[KCK@ESEeCEm@C}AEeJIe@?YXQ~@_Bd@iA`@kAZq@t@kALq@Bo@QaBYgBKuCFg@b@eA",
    "wr`BkwpB_Ct@sDxACN?X_@?s@_@oCK",
    "iydDcb{Ad@dEf@i@k@mBSa@MK",
    "godDupyAPuCRaANc@Dm@?m@IUcAE[kA?}AL]LMdAdARMJWCeB",
    "wldDeezAy@_Bq@oDa@cAoAaA_@QkF_Bw@EsC@gESo@M_Ai@}@s@_@i@c@[q@b@wAZUXU`@bBvDnBvCbAl@dA\\t@x@"
    "l@zAx@r@~@Pv@Zr@t@dAzAZH\\Ax@`@tDdClBpCnA|B",
    "k}cD{vyAyAaBgCkA",
    "mddDi|yABv@LvARf@^hARNpAOHHLETo@Fg@",
    "iixCqkqBHvB\\o@E}@MYSN",
    "efxCyvqBAZZSHH`@GN_DCe@UJa@nAOt@Ih@",
    "m`vCucmBDtATAVt@HFRkDUqFKc@O~@m@\\RhCEfA",
    "e~vCsb{BBbAMLQ]YmAYk@[I_@t@_@pBa@`AMDKr@Ar@NhBXzBf@vCM~Bs@hB}@|@aAQa@][q@[W_@EiBb@_@b@CdAJ"
    "vDOdC]jCA`Cb@rE\\hE`@~AV~@Fh@Af@Wz@WlAEjA@zAPzB|@pGr@rF[p@o@b@a@b@a@WiAoC_AkBmAkBCIeAoA]gA"
    "Q}AWc@_@Tg@g@o@eBe@o@YFm@~@aAtB{@fAs@TYj@@`AKh@WPIG@_@Wm@q@}@q@c@s@Ia@q@U}B_@_B[k@a@UI]Pg@"
    "Ae@Si@k@OcADmAf@yAjA{@X[[w@tBqAdGeAfEy@dC}@fB_AfAo@`Bi@xD^~FF|ECpGe@nEgApCi@tBKvAw@lAeB~@i"
    "@x@Pr@?z@MdAa@v@w@l@a@n@Ip@@nAJpBVtA`@z@Bn@FfA?rCWbBG|BLdBJpE@pAJbA\\bAj@~@t@v@`@V",
    "avyCuktBFJV~@\\|@T?N_@Jg@FwAp@k@v@[nBj@zAVdB]~Ad@f@Dl@Ej@?j@MlAu@\\B~@l@`A\\|@T|AzAbAdCR|A"
    "`@~Al@tCz@nCh@`AKd@Jn@~@Rr@FHVE`HQlBa@bCUfAOvECtDgArBi@vA[jAHp@NrCO|DeBzKG\\",
    "_oxCslqBJBNoAr@eCNmCz@}C^}@Jr@Pv@z@oAp@uAl@aDDd@J`@r@_Cv@eBp@e@\\a@\\u@|@w@zCnAbE}@jAz@^e@"
    "PeAQuBCyFWoDJeCK}@GuA\\a@jCcA\\u@b@|@fD`@|@r@x@`BN~Ba@pAUpCz@zHHzAWbKHrE^lCr@|BTxEf@bBv@bF"
    "b@|GXbCNrFnBnJXnEf@nAM|@AfBLtGBdFOzBu@rFJfADbBk@l@a@LuDsB}@\\WjBO|A]zNO~Ae@xAg@|AMOAc@Ag@e"
    "@~A[rD_Bv\\[xBU|Bx@}@NqENyATK^?@c@WeABqA`@cAt@t@ArCWpB{A|F]hBc@\\u@O_AjBq@bB}BxCkAOqAe@u@H"
    "u@f@_A~BgB`IgDjG",
    "q`xC{gkBP`AFbB`AfCHlAXbBl@r@d@HVGNSX}AL[JGrA`ApAdAL`AThAV\\RDPk@\\w@Vu@EuAm@_CEwADyCJwALAT"
    "M~@L^cBLkBRg@TWn@d@b@UxB_Bl@wCXCTNFb@LnDHt@",
    "c~vCaokBhCcJ~AqCKgGZs@b@CZiAW}Cd@\\r@Eh@i@^yETaAj@sBx@?Ru@CkCh@uAv@gAl@g@n@cFd@w@^k@j@\\Lp"
    "A\\lA^I^k@b@cFFiCIaGm@gFYqJg@iFYmAg@}HmAwK",
    "qevCavoBGuAOaBK{ACqCHkA?k@Ou@w@{AkAwC{AuE}AeIm@}DScASS_@aAUgAAc@r@cJ^sBPgCFcBJyAEuAPs@h@cA"
    "j@cBXcD?{AXoAHsAOoAUcA@oHF{AJaDZyBf@oCj@uBtBuErAmCh@cCr@sCd@kBn@gCVyDLeEGaAUi@]c@WGcAyAo@F"
    "ISCi@DsDCoFGcEI_C}BuCYaAKeA?}@Ho@P[pA`CN]d@sEN_ATmAXkBB{DP{AbBeEl@iB|@yChAwDjAkDb@kBJWBi@U"
    "uBHuBd@{CNaBCe@PMh@Ff@gAf@{C@[K@o@XQCa@c@s@e@_@KIQCe@XeJCiAq@yCD{CM_Fu@yCi@eAMmBQWa@HgApA]"
    "Bk@Am@EUGsCoA_@I_@HUCWc@OaAQmEIe@S]_@Sc@@o@f@]@a@O]]Qc@Ik@FqATiBEKg@T{@Xk@E]Q[q@e@m@a@H[h@"
    "aAfA",
    "k}vCgdoBDPTc@Ni@Fs@a@@Op@Az@",
    "i}vCi`oBA`AJlAp@l@P}@CaBGWq@DOK",
    "evvC}qkBHDR}AYeCYbDTx@",
    "scvCydmBDRZ{Eg@x@DlC",
    "u~uCamnB^LC_AGg@OIEbA@^",
    "alvCoxlBMjCR]N{@?wACMQr@",
    "uavB{h}Ai@tFDl@\\ZN@Pg@LqATRd@cBf@C`@uBMeBFoDi@yAWwCYfBE~Cc@|D]x@EH",
    "ahvBqv~ACz@Ht@AlD@rB^~CXv@VOPYNk@]eHLuE{@Rm@m@",
    "yiqBe`{ANeBd@yCr@yEf@qDj@_EPkC`@{Cv@_EZiA^aAnAaCxA_Cp@uA`A_GZ}APaDNiDEcA{@yEE}@FsAZmDToBNa"
    "B\\aDj@}EHaB?gAW_ESeE?w@",
    "mrpB_g_BmDF]k@aB}BoB_GUkBk@cDm@oAOy@KwAMiAy@oBw@sABc@FWIU]k@{@g@KuA?_BHw@A}@Ha@d@Ix@o@p@S`"
    "@[JUBy@G_AEQKcATg@BSI_@q@wEK]",
    "mfqBwpaBUCa@Y_@K[HQKQ[MsAKkCDqBXwADgCKsDHuCZwBZgAj@a@bAwDTwACw@QQ",
    "q`sBaccBi@?g@h@k@r@wBhCuBfCuBhCuBfCuBhCwBfCuBhCuBhCuBfCuBhCwBfCuBhCuBfCuBhCwBfCuBhCw@`AGZI"
    "zBElA@dA^rBH|@?h@GNYDWZGTQvAUj@q@hAsA~BuA~BuA|BsA~BuA~BuA|BsA~BuA~Bi@|@ON",
    "{|uBg~~AH`Bj@hF@`BPrBNjAj@hId@zBp@`HH|E]zCInC{@nCm@p@a@`Aw@rCa@tCeBhAg@dDLrBn@~Aj@xCb@jE@t"
    "HYm@u@jAEbFv@jGNzBBhBi@~H{@`DBr@Nh@iB~GHxFg@`EQfDY`CCvA^bBmAVk@pAUlAw@C]r@k@j@}A`CY`AId@EV",
    "mrvBmnxA~@bBbB|CbBxC|AfBbAp@hAXbA`A`AbBrAr@dB?hBfAhBdC|@lAbBuBjAe@vABt@NRVNfALtBx@pBdBlB|A"
    "f@tA[x@k@\\_Al@]x@Dv@j@t@tAvAb@tBI|@i@HeAr@sA|A}AdAAl@xAf@x@d@V^@\\QPEbCIzBB",
    "{rsBifwABg@F{AXqATo@ZKL@Je@LqATeAZy@Nu@Dq@Cu@YeCG}A@}ALaB\\sBC_@HoA@w@EcADyAXaE?q@X}ApA}EB"
    "[`C_Fp@o@Rh@Dd@EfABb@DN\\ARGn@{@d@O|AJ`@LXMp@eBx@Ut@EtAsBRDHF",
    "kevB}g{A\\LJMPo@_@i@_@mAgAuBWkAIODxAf@dEb@LZjA",
    "{cgC{oqCATFd@rB~@r@v@J`BLZVTTDb@qBf@Wx@g@nBoAx@a@nBr@bCdARh@Ll@A`@Gl@Db@VJd@k@^WNx@PhBFjA["
    "jBIbDs@Ig@?iAo@e@?y@RgBBoAGSBQ_@UJSb@qAk@{@Ee@JULe@hB]bAe@TqBSa@}A[Wo@Ee@Q_@g@i@_@c@GQXG^D"
    "h@@j@W\\eADa@ZAr@DpA]`@M@gBuA[AWn@a@x@m@z@KGScAg@gAgAWi@Ui@IaCZi@BwAEeAMw@k@]a@m@Sy@@_@H",
    "irhCmspCAz@FpBFnAm@nC]bA[p@Ed@D^b@\\L`@Db@Kh@UfCYhBe@r@w@`@]GUoAc@{@_@Bq@AcCbA_CfBc@x@M~@b"
    "@tCA|AGdB]jAY`CEhBK^Gd@L`BHbBK^g@p@}@xAKjATn@f@x@p@p@NT",
    "chiCqcnCFKVs@v@qAf@i@jALj@Or@Yp@B^n@Rp@p@NdAd@nBz@r@INYKa@e@k@Is@Fq@`@MLGNIbA]v@J|A|@nD`Dj"
    "AlBv@bDdDt@pB|AtBzClApAd@Jd@Md@i@b@aC^cET_CKgDM{DM_EU}ESoA?s@NYb@?t@\\f@DTSAgB[yDh@}CpB_C~"
    "Ak@nAf@`AbBt@bDv@fCx@fBh@p@LRFj@_@hC@rBb@~Ad@j@h@C^UXg@`AIjBPhAl@f@lAJbBOzBF~A`@bAZd@RHn@y"
    "@fA{Bp@cAZILDNLHNFb@VL^I\\HPf@p@l@vAt@p@v@Fz@JZZInApAz@YdAiBd@wABc@",
    "m_gC}`qCp@j@\\ETi@Ng@BWG@e@Pu@JSJAV",
    "yhbDqu}B`@fCZlCJfCAhCF|BLzBt@c@\\wADqCf@oDLs@v@aBr@q@f@gAED\\aBTgBl@gHNgAR_ADaAEgASiBKkBHs"
    "CCqCO_AcGuZgA{Dk@}Ac@gBa@cCk@wB]e@uCkBm@gBe@_@i@@[p@Wx@Y^aAv@]v@K~Af@xARpABxAGxB?xBp@|Gt@r"
    "DLvAP|E^|EXvGj@`HXxB^rBhAxErArD",
    "s{`D_z_CWjAHn@jAYBm@[Fe@{@",
    "kswBe_nC?NDf@|@pBtAzCz@`BfBdDjAb@`Cz@`@x@`@zAP~BDnABtC_@xC[tCC`B@~AZfB^lCP~CFjH?~FBh@r@rD|"
    "@rE\\n@fC~@rCxCfDlDtCzC|CdDdDhDtBxBzCbD",
    "cuuBsxiCnCzCnC|CnBvBdD|D`BnBpCbD|BnCtChDzDq@z@]p@oAb@k@vAk@x@yC`@u@z@W",
    "gatBuaiCGu@_@}A]cBNw@Dm@@y@Su@HaANaAJ_@?{@Gm@IgA",
    "ubtByziCYe@Eg@Ug@_@_@EYBM\\]Pq@OkAIUQc@g@w@_@G[?m@Bc@HIM@Qj@m@@c@Ie@_@{@e@m@QGk@wA[cBj@sFZ"
    "e@j@a@XE@Oa@{@Yu@Zs@n@WPt@~@B~A?",
    "qdtB{ekCj@aGDmBAaC]{DLuA@{@FoAjAmDi@_I]mA",
    "iyeBcvyCOLg@r@FtAl@jC",
    "kyeB_myCVnB@vACf@G?k@D",
    "izeBieyCU?cATw@`@Kd@Ej@aAz@kAd@YK}AmCe@VUjA@d@",
    "mifBm~xCXtCBpAUr@Ah@Dd@d@Bp@Uh@_A`@FZNL|@JfACh@S\\ObAItAIf@HNXJTIf@gBPg@\\Et@VpAx@`@?ZKXo@"
    "T}AF{@N@r@QVV?~ADxBXjAhAfCXx@Jh@@b@K~@Mz@Jb@d@PZe@H_Az@yAYiABS`Be@h@w@z@cBJi@CiCBa@FOZ?f@n"
    "@d@fAjApAFNYnA@\\z@|BJh@lAlAb@\\jBy@\\Gp@f@bAb@lBd@h@[PY",
    "{mdBs|wCHe@ZaA^g@Tk@Zo@Pe@W_CPk@H_AEk@HIbBWrAFx@h@p@dADNCJW~@f@dA~@r@j@DRI?iAc@Ya@o@IcACm@"
    "`@y@Ca@UcAKy@Qq@cAsAeAqAIyAEkBIY}A_AUYKc@iAwBiAwBMg@KW?SFMb@IJe@e@cAo@i@m@?QP@TSVc@Fi@Gk@Y"
    "Y{@Mm@cAs@",
    "exdBsxyCm@X}BF}AMy@c@gA?o@RGAMEKQm@MEO@OFGv@FTKB]Qq@g@g@c@IWH}@jAMBIMKGULUn@CFiCQ]?}ArA_Bt"
    "A",
    "c_kBkieDl@ZXnAd@L`@ZL~FaA`Bb@L`@ZTj@V|AxAr@`@d@p@vAX|Bp@t@x@Ja@gBk@sAh@w@X{A^cAYmAL}BC{Be@"
    "_Ak@q@cAuBiAsAeBe@m@`@SkAa@Q]PaAhA",
    "}riBwqcD\\x@VCPmABeEIaByBcJu@[kAyES_Ba@wASmAO]a@LOLb@l@Cx@@X~A~FVdD`@h@hCnQ",
    "uyfBstfDm@pCg@Rw@e@e@iBUaDYwC\\aD`@oC@i@uAwBYaB[}A_@_@m@Gu@QcA}@{@sAo@kAOwC?mASw@SmBPmB|@e"
    "DfAiFH}B_@W_AUwBEKMKw@YkA]w@SmAGgAbAkBxAmBz@c@jB{AjAmAk@gH_@yEEu@?qAfBaJCmAIeAJyBDkBQ_@i@{"
    "@f@}ABGjAiFuBeFTwBgAwA_CeEgAoBMQy@q@kBy@wB[u@?mEf@_D\\W]a@_Ak@yAAcBLqCVwApBy@zBmAwCwFiBkDc"
    "CaGi@kB]k@e@kKYoBUy@?{@LcBd@cFoE[cAM_A[yBeA}@}@`@sEiAgAuDyFcEmF{A{AIk@GeAh@oBj@eAtAaCe@{A}"
    "@QsAc@_AmAGImBsHuEyCuAuAeC~@aE~AwAmC[s@]mAJeCDmDIcAmA_@i@GwEfAw@AeBHqB^oFrAcB`@w@Fo@g@eBcB"
    "vCiAcBkAs@kAk@{AOmBDy@^g@zAcBqEMgAC",
    "_zkBs|qDwC`AEL?`@Eb@sCxAi@l@yAhAWd@sAl@{@n@eAf@qA|@mBp@{ANiFrAg@XaAz@eAbAm@hCkAFSn@aApA{Af"
    "ABVfAbAFxAErBW|ABZP^Rr@Fj@ATEJg@?cAHg@RWlBFRx@p@Pd@@x@K|@QfAm@hA}@nAg@~@Ql@G^Zf@VnADxAHz@t"
    "@pAd@ZHj@DfAKvACx@Kj@OZuAp@q@bB]pAy@rE",
    "iwmBihnDpCXnBs@t@X~A@lBRd@h@ZNdBy@~AaBdAhAl@Lf@aAb@KRVNx@Zn@DZBvBFZzAOC^SNIR`@X|ACFZYj@Rd@"
    "RNlBV~@EPVD^K^[PIR@h@VF`AkARBMf@e@j@Uj@Sr@Bh@pA`ChApAt@hA^lAe@f@g@x@]lBa@`BeAzALt@Nh@rB|Ab"
    "CjClCbJn@n@zBz@l@z@zAdA`Dx@hArA^tAd@Db@a@n@WDv@Ah@lA}@d@v@Z|AnB|BxBUJT_@NCRTH`@?p@V`@ANz@X"
    "hAbA\\b@DPf@iBHF`@@`@Jd@vBt@Ph@VXt@?AYGYlA@V}@NNGp@Up@UjAPn@RTMTi@NQ\\p@X~@vA~@@f@v@h@?`@c"
    "@t@]Pt@Bf@_@hBy@pAw@b@f@V\\r@`@dDR`ARpBK`BKn@Y~@fAGlAe@KlAn@|AGnAIt@LvAUZKr@Rf@I`@AtBOvDDf"
    "@i@~CHx@DfA}@bAu@?u@ASPUn@Ox@m@CgAo@m@K_@zAsAtBo@t@sAZuA~AJrBc@f@gBj@c@|@Qt@[h@_@bCJpAh@Z`"
    "BvAj@~@`@f@`BvAb@N`@j@^R\\KlBpAGb@sALk@Qa@g@c@I_@Fc@_@[M[N_@lA`Af@l@@V~BZt@RXfBt@dAdAnAt@b"
    "@Kr@x@tB`A|@xAfCnAbA~@|DBpDMx@^y@Fg@^q@MqBNy@NkAjBv@d@~AZc@vC]dBf@|@@vGt@BVrBQz@@hCKrAYlAJ"
    "pAtA|DAvAOt@KrAf@`DZhC^pBhAhCb@dBtA~Hh@~@r@n@x@k@t@Y~@BdBb@xCWrCJd@^UrBv@Nr@a@n@f@f@j@lAdB"
    "X~@DtBg@jBc@zBzAvCr@BvCg@lG|ApFkA]oA?{@KyAG}A@_APaAx@wAfCeHd@{BZs@SAmB`AYGYY^}AZk@R_AaAQm@"
    "Ba@iARsBp@e@h@MnAyDrA_BtCoJt@}Fr@VVmBPiBBkAnAk@@u@NoFrA_@v@gCH_Gv@m@l@LA_AI{@XiFFwET_AJkAI"
    "aAOe@w@Is@x@",
    "q`kBoleDHfA\\EXs@u@qAoAB[P~Al@",
    "usjBktfDVJJCMu@KUe@UIBd@tA",
    "yvjBgdgDLd@Lm@EIGm@[Wi@L?Jf@d@NV",
    "s~qBs`gAKNq@t@ChBBvBHjACjAOtBOpACnJ",
    "oarB{`fAPQ^MNDNdDJrFGxCvBBvCOjBaAtBqCdAaF\\mCh@GFWBmDAuDGq@mA_Fq@iC]gCaA}CgAeBYMQB{BjCaCbC"
    "[OMK",
    "wgcAchjBl@pAp@rBbAfEC~@Np@BxAEdBO`AGzBJpBC`AMfBKlB@l@Ob@Ob@D`Bu@nD_@lAm@hAQhAYvAOHGb@FbA@|"
    "A\\lBdAfEFn@QdDHfCB`A`@vBnA`Hl@t@ZrAP?RFFH",
    "w_cA}zfBV?Re@Bk@Hq@VOn@PLKZu@T{@Dw@NDb@p@VJPMTBv@t@^LTt@vCXf@LxA_BV]JEHDHTNvBJ^VZVn@Bl@c@X"
    "]xA_@fAY`ABfABdBRb@\\NrBq@vAk@d@INI",
    "k_bAamfBTe@Tc@b@Kj@W\\yA`@_CHy@Xw@XoADgAR_AHULyAB_@DCH[T}ABWFGVcAPUFa@A}AHm@BuA?a@Hg@NW@_A"
    "ByCF[bA@DN\\F^@\\SV[Da@CkBf@qA|@cBP_CVoAbAgDLqB?qAYiAa@aCKwBK}@OoAOiBJ_AR_ADm@SeASo@UG[]Wi"
    "@a@Ik@CwA?k@QMa@@aAWy@UYIQAUDSHMVCTeBMk@SqACm@]iA",
    "_saA}njBGVUeCCiBOkB[}Bo@}@wG~@_Cz@cDfBWlB?mBFoBm@oAcB[uCd@_Cm@mDDiGxAuB|@q@v@GbBB~BRzBh@bD",
    "kkqBydhBJq@Jm@Ty@^WZJ`@JNa@@oAHiANw@n@w@|BoB~AaFp@gB`@cAp@qDx@yBdAw@l@Zl@`CxAxBf@Dr@cA`Am@"
    "tBUn@x@~@|At@v@`@F\\Wb@K\\A~@sA^_AT{@b@i@h@a@\\u@LcAVuA\\mA~AkC\\qARqA",
    "uooBc_jBd@wAh@wBLmD@kCF_APaATu@^}@nAyAnAgBf@}@fAUl@{@b@aCNiBb@qANy@HcA]oEh@iA~@}Al@gBZ_BpA"
    "}BrD}DdBwBx@kBn@iBDk@_@iBEuAX_BjBuDtAeE~@}@zCw@l@Ul@e@l@yANiBUgDLs@XM",
    "ewmBc_nBGc@[qAo@u@aCsAE_@CiBIs@k@qCEy@A}BEy@Mi@a@iAKk@E_BB{DQkAqAkDUkAEcA?eACeAWaAUU{@Sg@L"
    "}GuB_@NOdA@lBEt@Md@m@t@]vAQ^m@|@sExN{@n@y@QqBgBy@[sK\\k@OAB}@|F]x@yL@FgACoAs@gBYs@KQcAkAaA"
    "q@_Cy@o@{AYsA?cDQ[]e@sCsCY_@eGvIqCnGILEBGGGMIGEC_AAuBMg@_@mFeN}@{CO_@a@mBc@}DGUeGeMGc@A]d@"
    "wCHmA?wBEyD@uB?MBQ@EpCoIqJC?[?M?MFg@Bs@?O?MA[?M?G?E?EAEgGF@|A^~E?bCFxC@JD^FRDP@DBJ?Nw@tY@T"
    "@LNt@@P@JEHyBzAEDEFk@lBoFrKGRW~BCR?\\?VDjAA`@CVCX?F@D?Jb@rCJfBBvAAp@C`@AFABABA@eB?A?",
    "scsBy{nB@n@CfFCjEElI?tABlBJh@\\|@b@v@|ALlAAt@KjAEfAJXn@d@dDv@rFZdBFz@Gb@e@r@oAfA{Ah@cAPo@R"
    "c@VcCxDi@tAWjACpASpAkA`Di@|AqBxBk@fCi@`Ag@fAUhBq@rH_@`Da@bCMvEY~A[rBm@hBq@pAGT",
    "gxsB{ljBdBnEpBfFbClGpCdHnBfFnBbF",
    "ewmBc_nBv@]dAUdCYt@e@Vy@GqCL_@TYL_AAkAgAiDMyAK{HGmBDaCv@mFp@eDnAuF^qA`DqIPq@f@oC",
    "y`mBippBS}BW{DAuAHyAh@aAb@GNa@^q@\\e@ZiARgBMoJHq@f@MHYAgAVqEVmDM_Bb@cC`Aw@|@P`AXf@GZWRo@Hw"
    "@IuAc@}Cm@_C{AuBY}@MeAAoADsAHkAZeBXwB?oAKy@YeAo@mAKO_@i@Y]cAsAOe@Do@Ng@Zu@BaAFqBLiAHs@Qg@["
    "w@c@a@w@]Ue@EkA@iASu@[qBSu@c@{@e@kAOuACuAR}Fi@kBu@wAkADwBQoAe@y@@cCn@IKCIEcA?iD?aO?aO?aO?a"
    "O?aO?aO?_O?aO",
    "itmBaezB?oC?oC?oC?oCgC?iC?gC?iC?AA?AAAAA?}P?}P?}P?}P",
    "senBa_}BuE?sE?sE?sE?sE?sE?sE?sE?sE?uE?sE?sE?sE?sE?sE@sE?aA?[Iu@uEWOa@JMp@JhAPdBgB?uD?uD?wD"
    "?uD?uD?uD?uD?uD?uD?wD?uD?uD?uD?uD?uD?uDA",
    "attBc_}BGfGWpEuAjHgA`DYvAAh@@d@Tk@d@]DjCIbBGzD]hETxDCzHe@zJFnF_AtP{@vHa@lAe@f@gAZiB|CuAhD]"
    "vAg@~A[QQWYlAeCfDSlA",
    "gruBkoxBn@jAv@bCLr@D^Df@Nd@^t@JVFb@PVT@PNZVf@Kh@VNZ^X`@DHF^j@d@z@l@d@NJRh@^lEVt@d@Dr@?j@Pz"
    "@WZBFj@JpDAjAVxAXnBI|DCzDn@zGF~@n@`FXpA|@bLX`Cr@fCKzEKjFKzEQjI",
    "antBmhtBj@tHAfD^vFVrBTbARdA`@zCZjELpE?xBDv@H`@`AVzAVp@Z`@j@h@`BnApGj@dD`AdFlA`DNlALpCZfFXd"
    "DCbCVdFCnBZ|@b@z@XLt@cAf@cANQb@h@h@~@p@tCd@tCU|H@dAHjAz@lFLhATnCTvF?z@",
    "i`lC{aoB`@JZkADa@EUGKIBKfA_@v@",
    "u~kC_mnBOtAl@y@\\q@Jg@_Aj@GP",
    "q`lCmhoBs@Dy@Cg@NcApDyD|HeBbIGdAMz@WPUZcBvHK|@@bAEp@[X_@JUn@[vF?lAE`@_C`KGn@@b@C\\WbAg@vDQ"
    "h@W`DArHFhCVfDZ`D^tBh@bBlCrEh@j@xDbCfC|B~B`@|BcA~AeDn@sF`@}Fp@yGb@eZPsF\\uHCeCS_C?xGQ`@Mc@"
    "McHI{Bq@aIAy@HyBA{@kAaFQcCIeCBqCLoC}@l@a@p@a@`@[Q_@?TmAfAgAtBk@b@y@Lq@Ey@IU",
    "soaBmwoCJLb@Mv@?@m@G_@Ia@a@`Au@J?`@",
    "qjbBu_qCu@d@w@a@]H]PEhAXpAb@pA^xAXfBp@|@l@b@~AkAv@SN[LsBVc@d@O^Zh@|@V}@`@ILe@?m@eFuGaA}@mC"
    "gAUHPj@?PQRB`@PZFt@",
    "o~bBqaqCHLhDeCv@MLSAeAC]qBM{An@q@dCCTN~@",
    "amaBi`pCRdArAWR]QoAYI?w@Yy@wBm@[f@Ev@fAxBZN",
    "yt_B}auCAf@Sv@WRo@Zc@Bq@La@^An@Hv@Rp@Jf@KTQPQBMEI]Qe@IC?RGX}@l@eCpAs@@k@HK`@uA~BSCe@@m@I_@"
    "WUBWX[Re@h@_@r@UPeCc@]^_@?c@GmAN_ACEMEqBIi@MIe@FgCbAw@h@u@`@o@B]Tk@lB",
    "wlaBudtCDt@AREd@@h@KZSB[I[Os@m@MG",
    "qqaBkatCuAt@e@`@Mf@Qd@YDc@e@y@g@_Bb@kBr@m@DAYGc@QOYEe@Qi@_@i@Km@Tw@Ra@?",
    "wkbBw~sCMfA[ZI|@n@`@\\BFjBK^[ZG^E~Cv@~AnAjB`KxIzAfD`@d@|GhBhEpB~Af@vBbEv@nAm@Ts@|APh@jA~@`"
    "@RPIPF~BrIrBtF~@hB~@|CjCzK@tBeAvKe@jBw@xAiBjAWjAb@fAfB~BtDjDlAfCNbCt@z@RvD^xBFf@`@|AB`Aw@|"
    "AZf@ZP~@HvEJlDfEvApDlAhI~AbEh@b@`AuApAMnA\\f@`A`Ad@~@_@fCQ|@B~At@pAc@hCQjHh@b@Td@pA~AjCnCD"
    "bCxA^x@v@|CPrBH@L[TFHxAp@f@f@LdBgArAkBj@EfAgD^kBTqBCk@De@~@m@NiBo@gCe@{@WOx@Dh@vAt@mCxEsGM"
    "}@@c@b@hAXRnBK~B`@",
    "ks|AuanC`@_HNmBBeAa@cDc@cAo@iC{@sB}@Y[QUwAMkAHGfANbC}HCs@OkAK}AAkAa@_As@_Ak@{AU{AEqAXy@fA_"
    "@hAiFNqCNOl@aAj@{BDSm@UyDAg@YEIa@aBc@_DGaBJg@|@aB@]Im@c@q@q@w@[q@De@Ng@@c@Im@A}CGg@HmCJsBf"
    "@uCGa@Q[y@s@o@{BeAeByAqA}@{AYeAQSD_@Jo@b@m@l@Yr@?^GFe@AaB@aBHk@Va@n@Hf@[^EPRxAEd@OZQNHHR@"
    "\\Dd@`@b@hAb@z@Cv@WPSXOpBRLMd@b@x@j@^@JGBSVcAEc@m@iBBWRa@Nq@DW\\C\\XvBr@ZPr@r@t@lA",
    "q{{AcmsCf@NNWBuD_AwBk@iARMn@@Ay@WYU}@X[Rg@?iBEk@Dm@`B~@XI?oAu@wBEc@~@Qn@{@Zs@^kA?cA_@}Cm@o"
    "@g@[sAmBqBRgAU_Aw@e@My@o@@aARq@Qm@aAy@iAiAsAMuAcAy@j@q@My@p@kArBoBn@yAe@{CEoALkC[oAH_Cy@eB"
    "fAaE`@sBz@cI`BuB@cDw@eAi@_AX}Ao@m@Fy@dAoEzAu@mAg@QsCn@uC`BmADqBY{A_AQG",
    "kxwA{ddCl@dGj@fBX`@~@ZjAcDd@eDTs@a@i@q@DkBa@UMmBgDmBSAt@vBjD",
    "{eyAaxdCd@jAh@YSeDQq@mAgA_A]QkAU]Ul@Pr@JfDj@r@vAv@",
    "o}xAi}cCjA`CjA]JUkA_@cAcBk@{EeAqFMgBYg@e@COFQt@?xBRjEb@pDtC`B",
    "shxAq|cCBxAKvA@hCXfAdAhAr@K\\]t@wB@yBq@qASeB_CPKQGEIJ",
    "siwA_xcCTHZ]ZyAScAO_@YDm@p@Op@?^l@fA",
    "m}vAkpcCt@zDbAeANWLe@aAGaA}ASl@",
    "k~vA_idCLHL{A`A}Eg@cBiAA]bAIfALh@CrAFt@h@tA",
    "mjeDkwnCQU?_@?eBq@gAcAqCa@oAg@kAk@q@k@UeAIcCFYG{AGULaAFkAIc@Uc@c@]aA]{Ba@_BSQ",
    "uhfDuuoCgCbO_CjIoBpF}CnMm@vFCxCYrETvBE~DH`BPfA@jCEhAA`BKd@QL[c@c@MDtBj@jHb@xEp@|D~@lDjAbAt"
    "@XdBFtA]fAT\\b@T|@O~A@fA^E|@i@bAC^U^eB`@Bx@|@vAJ\\`@Hh@Kr@k@dALfAl@b@d@wAVuAXCf@VFzAS~@]fA"
    "j@rAHz@^h@rA}AKcAc@aAEcAJg@xBjDhA~Dd@MPq@TSnA|BN`BZBLi@?yALiApAoBd@_BSu@cA\\w@CJm@PUe@W]u@"
    "XMd@\\^MJ}Bf@aCR}Be@gASoBc@aDQu@q@e@Qi@ZUj@QAo@]W_@s@_A_ASuBP]f@[I{@Om@D[n@kA^gAIoAFwBCeB@"
    "w@T{BH}B^RV\\vAk@ZAH}A]qBkAcBi@K_@k@s@M{@bAu@L]tBQVCk@k@q@Ie@FUp@Sl@qCD_APg@YuBr@eCXi@CuBZ"
    "mANi@FgAG_@WKE]",
    "aofD_lkCt@fAdA_BNs@s@mAm@wA]EKvF",
    "icfDglkCDnBf@DTgAX`@J@RyABgAm@s@[^g@NOrA",
    "oceDq|jCb@PRg@LKGs@y@eBKa@u@RSt@XrAv@~@",
    "oheDwunCBvC\\GRMH]RmCUy@m@l@Ot@",
    "oleDs{jCIt@j@IVs@Am@[E[z@",
    "u~eDkekCDb@Zu@[{@ElA",
    "ufeD_imCFjAb@q@HcDe@n@OxA",
    "mbeDqikCFZVGVoAH}@Xc@g@u@q@`BApB",
    "ytgDolnCXb@\\c@Bc@O]c@SQZHx@",
    "ceeDisiCXXTODKZaAFa@S_AkAiBeEeBc@CmAh@QrALdAPn@zAnAdAd@lCN",
    "csqBs`kACz@CZY~Cg@lFY|Ec@lH?fDG`A_@pAg@jCMlAMz@i@nB_@hD[`FWjBGt@I`B?jE?jF?hGAxEBlBAxHb@bDC"
    "~BKrA",
    "oarB{`fAo@GsA`@eAC}@CgBE{@?",
    "{nrBo`fARhGnA~KX|DbAhTvAvIp@lCnCzFf@p@b@`@|@ZtFzNzAtFpAbJnAbEvBbLhB`IdBdHnDtKlAtBt@r@jCjFd"
    "ExJtCnI`FzJ`CfDdEfIt@n@|EnH|CxD`GtEdBz@rFw@dB\\tA`CFxDb@Zt@GhDmAzALt@bBj@|B~BDdFaClGoA|@G`"
    "C~Al@L|DShB}@dB?jAr@|AN|F|IbC?nBh@v@AhBo@d@@z@Tz@|@fCXr@t@dF|Hr@Kj@UtBAfCkDr@JMs@CyAZ_AR[r"
    "@DZmApAEZPf@B@mAAo@@kAH{A^]VKv@Df@HRZR`A?lE\\y@^{BHcCK{C}@y@DiBJyAdAiFXkBx@gAl@mDl@_APyBj@"
    "aBNyCWwAg@o@g@jAo@]eAoBi@iDAmGHiDv@uLXcB|ByHnCcLvDsSvAmKbCaXtBeMnCgLP[",
    "oqiB{`dAUs@mAaBa@YSJQYQaAC}@GwAQu@QgB_@cAcAk@s@z@Ux@IjAUb@c@AYn@O~ABdARj@Av@[dAIbAQxA}Ap@m"
    "@\\mAHkAf@eAbAsBP_Dc@cCNgBbAkAJo@i@S}@DqAUq@s@Ui@}@_@cBiAoAqB_Ay@@?aD?_O?_O?aO?_O?_O?_O?_O"
    "?cN",
    "{nkBckhAY`@oD~Fo@fCUtAkAtHw@vGm@pEC~AE|AGl@Dp@^pB^vAf@vBB|CKxDWzA_@\\gAm@m@L_Ab@uEUYJoAJ[M"
    "Wg@[oBWc@m@Qu@]k@aAeA{EkCcEk@m@[s@UgAq@uFe@mEK_Ba@}Cg@cBe@u@SMs@Y_AYcAZiA|@sAdBsA~Bg@~@i@"
    "\\iAHq@AkA|Be@FwAd@iBf@cACgAcAs@CaADiASu@[i@{@c@aAi@aEW{Ce@qDm@sFOiDOm@aAs@w@c@sCaA]c@[oA_"
    "AgCoAqBi@_AiAePIcAu@qCa@}@U?]g@g@iAo@o@w@Qc@q@OqA[g@i@@UYEw@Wo@k@e@Um@Au@s@cCeBmE}AsByAWsA"
    "i@oA_A{@aBe@eC_AkAaCU",
    "{fpBmkbAyAgAi@m@]c@e@w@MgCIsB]w@]e@Y{@]oCSkCCy@J{@R}@PuAVKl@o@`A_Bx@sAt@yBTQr@sAVm@Nw@LSVN"
    "|@VbC`BpAzAdAhBfAh@r@b@h@xBf@rB`@dBRn@P\\R`Ab@lBb@hAn@f@|@r@T\\@j@UfBU`Ba@tBYrAg@fBW|@@dBG"
    "b@Kh@KJKLa@\\GRW`@U~@k@vAo@`AqAZ_ARUKUu@QcAEuASm@mA}Ei@qAYCa@Oi@G_@FGCq@[",
    "eeuBamo@VTnBSJk@a@cAQ[y@Lo@v@GPPp@",
    "_ewBcjbBC}AHo@r@mC`BgGjAeEjAkE?cD?eN@i]@k]@i]?eN@eEG_@wAqDqBkFwC_MqAsFcAiE",
    "ckwBkvhBQ}@{@yBoBiAgAKqF{Ac@e@Ui@S_Bm@gC}@}AsByBoBgBYOgCaAa@Uw@USA}DVsCPyCPOMiBqFiD_KkBuFg"
    "DyJ_CqGoCmHiCuGeDkIgBqEcDcIyCuHiCqG",
    "}tzBagmBqAcGoA}FwAoGgBiIaBsHoA{F?aC?wG?_E?qO?aI?uH?}H",
    "qe{Bo|pBeAMsDqAmC}BcGyAeEcFa@mB{@kCuAm@}EbDc@JLbBDbBl@nD\\bEUhHIbNDdALbADv@VPH^QJcAs@?y@C["
    "w@~@i@XI|@@f@~@Q`@_@~Ar@x@x@P|ALzJTtFDbIjAvEZvCpBnH|@bGP~BdBbJjCpGp@zIp@zEv@dEzB`J|@rFnAhL"
    "VlG|ElWdFnRnClO`G`R~IpWjMd\\zB|DvN~PdI`NdDfInD|GhCnGbLv[j@tAf@pAt@xCb@|@bBdG|@hCfAdCZ|ATlB"
    "V|@|@bGv@jDv@dC",
    "}tzBagmB|D?vD?tD?^a@xCiB`EeCnFgDhDuBvD{BvD}BpCcBrDyB|CkBTYvAcDpBuETCt@m@p@sBp@sCl@yDT}B|@s"
    "@\\cBv@sCf@gAL}@PaC`@kC\\wAFe@AWy@}DYcA]aAWaAGm@",
    "c}wBespBeA_F}@eEo@yC",
    "wbxBeeqBkBnDiBfJ{B~GiDlGaAxA{@n@uHGyEsFgEqDaAc@sBn@_CLqBt@y@McFmEmCiE_BsAg@AcCfAiD]iFmDiAc"
    "@w@A_ClAQC",
    "ihwD{tzAXNf@i@Pe@G{@WWYf@Ah@W`A",
    "_f{DecwAn@PRC^cBWUc@FIx@]h@",
    "exzD{cxAj@RLE`@Jb@pAXKRBNcA?a@YDKaA[a@_AMw@RSNPz@AL",
    "wwwDm~vAf@f@`@SZ]TwAl@w@bAUZe@DSn@OJo@Cq@EYk@VmEhFq@fAUj@",
    "qhxDslyAGzBBh@h@yAR^Pk@A{AAcBFkATmBWPmAfH",
    "s_wDu~yAF@XM^CPg@Uy@]c@KFMV[HChAX`@",
    "spwDiczA_@NOAc@|@q@zARl@f@WLHBEFm@j@m@d@CDu@g@k@",
    "{fvDm~zAc@|Ag@pEFfAZDFj@f@eBr@[d@}@J{BBmA\\MrARZbAd@UF{@Ey@s@y@IkAs@_C]U}@l@EvDUz@}@Z",
    "onvDqizAJBLm@]{BObBGd@ZZ",
    "{lvDonzAt@xAf@]`@mAK}AEYOCOSQi@y@`@OTb@x@KPGZAj@",
    "k`vDmmzA?N\\_@bA{CKs@}@cBSMO|@LzARVHtA_@hA",
    "etuD}i{AHNP}@LS?cAv@qBBmA_@kAk@j@k@~Aq@^H~@l@pBJr@",
    "wruD_a{AD\\\\mCAgAEm@IMW|CDtA",
    "s|uDgc{AJPz@Gl@uB?wAc@oAk@OW^UbAGtADjAH\\",
    "oeuDsg|Av@X`@c@MwASm@eApAL|@",
    "ydvDykzA?f@^KfA}@@[g@I]FWb@KZ",
    "kiwDiyyAyBvDu@O_DB}AbCw@z@_@tBe@ZWz@MlBHPn@f@b@P|Ag@vAsApDIpAWZa@Xi@h@eB`@yBBeABgCIo@a@q@c"
    "@D",
    "skwD}szA?ZhA_Bv@uB`D_C`@aA\\GpAkBpAgAp@}AJe@\\Up@eBp@cAP{Bn@uAJe@yCdAgAfC{@jAUv@u@jAq@Fo@j"
    "Am@Rc@f@cFvIZzA]`AQnA",
    "abvDg_|AQf@h@dAx@e@Je@?Uf@LnAa@jBcDrBwHnBkDTs@@yAOa@cAd@yAlCsCpCg@jAWrDYt@oAhCi@^UDQR",
    "wzwDy{zAiCtID|@Pd@DrBOj@e@R_AzBYtCAl@[bA?nC{@fEE~ADj@VYhAaFpAaBHi@rAcCv@}Ez@kK[}AbA_EAq@]J"
    "SCIUYA",
    "okxDeqxAeAbAg@K{@l@m@Y]z@gAjF?jAo@t@f@Hv@[j@Rj@m@jAW`Au@hCmD?uATi@DkBp@a@x@EBs@IyAi@@s@d@c"
    "B`CWVIP",
    "etlB{uzCJL|D~@XIXc@L[HQNs@Te@^]\\a@d@AfBp@fABl@O~@]zBCtAXFb@lAdFpBtAbBtAZPp@[v@q@l@[`@Jd@x"
    "@Nz@nBj@bEVbAx@TfA@r@Ql@Tt@FThCJvDNlBCfBCdAm@tAyAxAuBHCJKx@GLD",
    "u}iBogzC`@e@Hq@t@cCz@yE?_AUeAUw@Ai@CK",
    "iziBy|zCQyAi@wBg@eA]U{@RgBPmAOiAu@g@m@c@q@I_@OM}@[Qa@G}@EeAKs@Oe@qByAI_@Q_@a@a@_@q@a@]k@@i"
    "@E_@QMA",
    "}zjBu}{Cy@NIv@Ez@eBCw@_C[Oo@k@]g@SX_@pA_@`AQXARSJc@FWRG|@?v@Jf@Db@YLe@MYSmAl@[eB]u@i@Wc@_@"
    "a@UU?IG]@_@Hm@K}@Xg@l@e@Nk@A]Yk@yA_@?o@MeA@_DPi@b@aBj@k@p@Q|@Ih@eB~@uCrAc@H",
    "uriBgqxCn@[z@KHLVNJZGlBLPbAITJb@jAd@^l@Tb@Zj@Vd@LN`@Fb@Ab@e@dAEhABzAHn@L^~Ah@`BjA@Nk@bAANb"
    "@d@Bd@Cj@Sj@Eh@t@ZfAItAw@^FZ\\\\M`@a@l@gAVm@Fm@LGPLNx@j@dB^Zn@EbA@h@Hr@e@JF?VRd@\\VrCw@Rm@",
    "u_hB{mwCa@Um@{@",
    "ebhBmpwC]Fe@MQWXkAz@}A^a@j@WFYWqCFUp@FJOBYCa@a@y@e@q@I[@Un@W\\UTGNJJMJi@K_Ai@{@o@s@i@g@UOK"
    "aA",
    "yahB_rxCWDq@Bu@Nq@Pk@V}AVsALYLSAYROMIYm@_@k@i@[s@Qi@[[_@I[MwBS{BN{@[o@s@eAMC?iBd@GUCI@mBa@"
    "q@_@U",
    "kkiBk~xCiBFM`@Cr@IdAQRIZ@n@Sb@o@`BEX",
    "_ayCcweBrAjA|AcA]qB_AYq@b@[XS^Ld@",
    "ma{AsxmB@`@NdDVlCN`@fAd@\\|@XhEN|CVXfBbFbAtAn@jAj@~Av@|A|@~Ch@bD\\r@",
    "elzAy_lBTm@fBcDjBmBfFuDlAq@CaAYuBj@iCQeBP?^|@fAQl@wAd@]Pk@VeFPgB`@_AfAO\\iCd@kBEcA_@BYn@g@"
    "Rq@sBm@_AIw@D]Zn@hAKPh@`@LXiCAoAIyAkAME[r@S`AgBJeA",
    "emyA}lnB_@W_@HYN]Y[g@Oq@UeCeAk@i@qAg@_CQyAOk@Ke@Ek@Qe@S}AKwAg@g@sAe@kA~@yBu@EqAoBAcC?mBAe@"
    "TMz@c@|Ae@`Am@nCw@fDy@tCe@pACZ@`@RjANrAA\\KN}@XCzAA~B[vB]vA@^dAtCXrCLh@D`@MNQI[JYBa@u@w@gC"
    "SOi@J",
    "ozyA{rlBF\\b@iA~DoBu@y@cCQg@`@Q\\Et@LpB",
    "ex~Be~~AAhBXc@FcAb@s@Po@g@y@m@zC",
    "c~lBy_vCRRT\\Lr@@rAfA`AZLJh@PzBA|AIl@Cf@Wl@ShAM~A_@hAmAhAg@h@[|@Ut@aAjADr@Lr@LV^`A^d@r@tBp"
    "ADRH^^Lx@Ml@@n@LzASbB[l@CXBl@j@|AJ`@j@P",
    "{wlBqzsCLGTa@TGr@d@r@Th@Qf@AZNTDh@h@`AZ^E",
    "ijlBexsCJe@Ju@EYk@i@Ei@}@eEK_A?UNM`@?vCoAG{Aj@q@n@k@Fq@t@cBd@w@p@[j@i@VWJm@?[L[RB`@b@j@^FV"
    "Ov@K`@D`@Lh@pA|AH^Or@HXbA`@",
    "eukBamtCA[Dm@d@q@v@e@|BaCl@Qj@Mz@_A^Ib@k@jAwC~@qAj@g@Ji@Bg@AM",
    "eakBmfuCa@{@YG_@AU\\]DOe@Gu@BeAdAcDx@qBFWMUSIUFy@Fw@IQ[?c@Rc@~@{Ar@qAx@_Al@WJ_@Dc@E}@AoAIq"
    "@g@}Ae@eBW_BKyABYRQh@Sx@Pp@^R@",
    "}}jBqvvCDg@GQO@KFMQGu@R{Dc@QAYAWe@^u@?o@EGQ@[HSNQJY^IbBcAn@gA?mAMi@QMBMx@c@Ro@Q_A\\_C\\oA]"
    "a@Co@A[",
    "e|jBy|wCK?q@_@OYK_@IGa@`@a@Be@U]]a@WOOS[i@mAm@O{@RcAFq@Q}BTYPQR",
    "kskBecxCa@bA_@tAk@f@s@n@Y`@g@fB_@p@IAIMGIGH?^AbADjAIdA?TDR?PKPi@l@g@fAk@r@k@^Y@k@x@uAh@[LQ"
    "VMZ?ZJLRf@Dp@LJL?HNARKRQPa@Pa@Z?RFTh@H^BNFAh@yAh@i@f@Sr@y@`@}ANaAt@c@xA{@UsAeCqAa@oA~@k@r@"
    "Gf@RPj@Gd@XZx@B|@S`A[l@e@XQ`@Cj@GJ",
    "w~yAi|tBs@xDHvAJ`C]|Aa@|@Wv@[lACxCBnBQr@M~@@r@Hn@`@|@DrBu@lCa@jA?j@In@Yv@OMOm@G]o@LUL[zAKz"
    "@GlA]~A[bACh@Yv@N~BA~@NhDBpA?\\e@z@BtA",
    "gnzAwerBd@O~@I`Cl@l@QtADz@VlAv@z@M^k@h@@n@Ur@k@l@Sr@oATMPTLXLNZMHu@Is@Ae@LU\\Gp@@nAQPIrDK",
    "seyAmorBxDA|CAfEAjC?bCAbBhBlBnBpC|@hDWt@Pv@p@h@b@x@ThAQ^J",
    "yqwA}crBPs@TsAM}@m@g@cAs@e@ZS?C_@DQr@k@Z{@T`@RhANRVTJq@Do@Ie@BoEEmBBaB",
    "}pwAo}rB_@_A_@g@wBCqBAkB@mB@KaEa@Os@SaBWkBUWe@QaAKw@UY]Rg@\\i@n@m@h@_@ZkAbAaC~AiBd@aCeA{Ak"
    "@KsALqAdAiA|AF\\Rj@XXFj@Ov@aAb@_Ap@]x@_@|AcCp@Wl@GxAXvAfAl@`DtAAxDEjDCjCJ",
    "mtwAipsBLuB`@}At@oAJiAQaAs@s@Ke@XBh@b@Z?@eBl@cCr@_Fz@{An@uDr@eAn@_@f@DLrAp@wBcAi@qCuCiDmLw"
    "CyNQwB",
    "{twAkavBS{AKmEU{BSWY}A]eDc@{Ae@Q_@FU`@}@RiBFqAWy@y@kA[}AAq@WEo@KMSRQGOa@QAQZmAHkCKaCvAwBxD"
    "}@zBA|@S|@c@|@_@J]g@WDOn@a@He@][HCZENQDYd@a@`B[hCUnD[~Ac@NSb@Cj@IZQN]Ic@z@e@`CEx@D^ATWTWh@"
    "S~@i@x@_An@m@hA]bBy@pAKH",
    "sttB_y`CL?f@mATy@Ve@hBmANq@Qq@Ip@SZwAfAaBvCQL\\b@",
    "}lwB}`wBi@DPe@BQSs@{@lB@~BB\\N[JYB]N_@z@Rb@a@t@mBLmAUOWe@M}@L_A_@HQ`AAtCE^H`@Wf@",
    "_{wBqtvBD{A^gC@aBN_BZiAr@kADiBd@gBp@sA\\yCRmEdCmGfDwFr@mCrA}Gh@aFnBcGBcBPyBXgCLkBpBuMb@iA^"
    "iBFoAHk@lAmAjAeE|EyHlB]tAoB~@sCbA{FvBoGbBcK_@mC@aB^gD`@_CVyBSoDEcESgBMqBPeF`@yBCqAd@g@^yA_"
    "@@x@{BTcATgDZ_CxAcHj@qD`BcFhBiD`AkA^eAv@Cz@cBh@Ar@O|@aEr@sDvAkFU}@YcBJaCLwAd@aD~BsK`@y@t@c"
    "A^oDN{CvAkArCsPvAeE`@cCbByEn@yEdBgEvAyIdC{Ix@{@hCWz@Yt@jAB_Be@eCs@wGKuFsAwU",
    "wrsB}geCuBb@aB^mCl@sCl@uAZ[KwBqDkBaD_AcE}@_E[g@_Ba@wCy@uCw@IQc@yCk@aEISISkBmB_AaAzAaEvAwD`"
    "BmEpA_D|BoFnA}CmCiAyCoA{CqA{DaBqCkA{EqBiBw@SMqAgC",
    "q{uBwkhC{Bd@yDx@sDt@}D~@}@t@uD~DwB|BiCrCmDtDuB|ByC`DuBvDwChFcD~FgCfE{DpGyDlGsDhGqCrEuDjGOH"
    "wD\\yFh@yFf@aFd@aBe@",
    "y{yBu~dCiBVoC`@uATcDh@q@nDQxBOvBo@jBoBAaBAyBCaBA",
    "_}zBwjdC]jBMjBy@~FqAfEQfAMlBLh@Dl@{@lBeBzAe@Vk@h@`@|@{@rCcArCiA`@cB`FsCpC{A~DFBZS^YHV?nAI|"
    "Am@pAi@x@OnB`@nFHATSVCJL[jDYbCa@fB[xCU~@aBbD[fC[|F{@jCa@lBk@zA",
    "_f|Bsc`C[|Bg@`BUV]Hg@?m@Wq@W",
    "_n|Ba}_Cg@n@g@ECl@X|@`@zCo@Xk@Ja@XQ?",
    "ar~Bqx}Bg@`Ca@jBm@tCq@|Co@tCa@pBPrBR~BR|BT~BR~BR~BR~BR|BT~BR~BR~BR|BR~BR~BT~BR|BR~BVxCz@f@"
    "|A`A~A`A~A`A~AbA~A`A|A`A~A`A~A`A~A`A~A`A|A`A~A`A~A`A~A`A|A`A~A`AlAt@",
    "iotB{daCDNVi@AwASq@@bAIdA?X",
    "{tdBs_fBT\\VWDm@_@wAMUKPGVAb@NfA",
    "qgdBokdBv@rARULy@N_CE{@YeAw@cAa@Ea@zA?|Ap@lC",
    "wlgBusuC`@FNo@Wu@c@GEh@Nz@",
    "cdCkbuA}@jBWnCXhCz@a@rA\\\\IbAiDl@kAReA{@FwAo@cBS",
    "ksCmmtAvC?jAs@X?`AmBHw@a@e@gASkCpAUhA_@FY^Er@@Z",
    "}m_A{`sBNPh@mAEyAWq@W[WCGjADfBTr@",
    "_m_A_{rBFJC?BH@IDCBAF??IGDME?GBG@ECIOSEIAB?B?BABFNH`@",
    "ck_AgprBB@DCACEAAG?I?KCECAABAJBF@D@HBD",
    "wr_AyxsB\\xB|@kAD_BEy@c@kB]gASWK|ADxE",
    "kv~@qowBZVVa@EoAUAUb@Av@",
    "st~@yswBLNXeAf@Sb@i@?G?UGWQQk@v@UfAS`@CX",
    "mfqBwpaBLEXUh@gAjAf@RAZb@Vh@L@LE`AsAV@HnFHdCLz@l@x@n@^XAfBPh@?TS\\gCt@{@t@[RFRdAF~@",
    "ukpBgeaBr@k@Lu@@{AR{BKu@Sa@i@aAaA{AMk@GiABgDDoCGs@]mBe@qBo@uB[Kc@m@e@cAUW",
    "sxoDycuCGDI?IACJATD@LBF@BO@KFG?GGA",
    "{`pDwiuCLDVEFECIOOKDIBCT",
    "m{oD_buCD@BMKOUQGHFLHFLL",
    "oakD{fbDbAfEn@@b@i@lANZIm@}@mB_Bm@@k@SKH",
    "kjrD_tfDj@LT_@@UcAq@i@gAYj@G\\jAvA",
    "y{aDqnvDjCr@vB?rA{AaAc@qBM}@JwAx@MR",
    "cfdD}iwD`@@~@]Ni@?Ss@OaAHq@d@GL|@j@",
    "}hzCwf|D`AFfAWSs@aDG{@mAeBB[TOX@`@T?~ABPPnBl@",
    "y|zCad{D~@?Pu@u@aAcA?y@RSHSVGb@pC\\",
    "eruC}lzD\\Px@Gn@k@PeAg@QqBxB",
    "meuCo~yD\\JXGFMAy@q@kAAWWK}@L]^CLh@jAbAj@",
    "m~vCmy}DxBLMoAGU}@Kg@RwALxA`A",
    "ohjCk{vDr@FjFk@tAu@_@c@}@?wG|B",
    "{omCsrwDt@f@hAUt@YZe@[SoAMo@Li@j@KT",
    "msnC{_xDXbAzCa@T[sAi@kAWkBC~@~@",
    "ktoCurxDm@TqCa@[Jg@n@|@xAl@b@bCSdDAhAq@g@s@_B_@w@][J",
    "uy`Civ_EvBLpEWz@[MYgCc@kBGqBd@s@l@`@V",
    "ypgDczsCN]Bs@Pq@b@cALeA",
    "angDqbtC_@c@D_A\\{@l@KHOA_@O_@U[o@e@oA[k@We@Eg@Jc@c@a@UG}@A}AK[Og@Us@SeCO{AIm@A_AHg@RYLO@g"
    "AA_BD}@UwIWmAfAiMTqCLiA^kBRu@Gs@[q@[WoAKWQaBw@Ua@s@oAS}@UoAo@i@]gA_@Y_@|@e@`@q@T}@XeBp@eBh"
    "@aA`@_@L_AV[NYRi@s@w@aAHeBIsBg@gEm@y@WIWUm@e@Os@H}@O}@C{@OmAUU]YWg@S}@MeADqA[s@m@k@O[GeAA_"
    "@Kc@FgAJoAs@cCc@qBGgDCYMoAG_@[gBe@cAFkALiAAq@_@y@S]Oi@[QWIw@I_@k@]k@w@sBQeAKa@\\cBXsA^sBLu"
    "@UeAUk@Ke@EaAFq@v@mAz@e@bAOTCn@LhEbB~AjAt@tAx@h@|AEtACdAn@nA`Bx@j@b@Gd@`Ah@jCn@|@t@Q~BLhEj"
    "@|BAr@o@nAElBb@`ADVSNy@F_Bd@cB~@eBJ}Bi@qCIcBVu@Fo@p@}@`@gBV_@EyA]kBb@cBlBEvA]vA{AfCeGbA{Aj"
    "@I^i@RiA^A^?P^THb@]`@Ab@T\\MXs@l@a@`AQXa@Iw@Jg@b@Y`BD~Cf@bCIfB}@x@w@Hs@\\q@n@o@ZsABsBIoBk@"
    "}CjBeB^{@Eq@Bg@R]Am@S_A?qATcBz@kC`BsDt@cCFsAJaARc@H}@GcAJk@Li@AaAPk@b@YJq@GiBX{AnAeDVyBDkB"
    "`@u@@o@BsATUJ]Ia@Nk@h@s@Pk@Di@R]|@_@Ni@Ce@Ka@GU@[BYXa@`@e@d@qAp@U\\?Zm@I[@w@Vk@\\QZJbAi@lB"
    "}ArAk@x@Fb@ZJp@f@E~AwA~AUt@o@h@oAf@a@d@LvAu@jCyBhAg@ZTL?VCb@?~@]tALlBt@tB`@~BJhAEVYhCd@~Dn"
    "AzDjAhFd@zC~BzCjFpBrCbAz@ZnAK`By@`@iB[wALkAv@WrAZnBGnBk@jBC|Bd@lC~AnCvCnC|AlCv@jErArD^bBDp"
    "A`@xA|@~A`@~AD`B\\vAx@lA`@rALxATx@\\^O\\{@\\YtAJlCb@dB|@|@|Af@zBPhDfCpCnDlDlE`@?~@YxBsA`CQ"
    "zBoAhAq@pBcB",
    "u}_D}h|CZ}@j@q@nBaAhAc@l@ArBbAfAt@j@ZfAEvAKb@Qp@i@`B_Cr@yAdAs@jAy@d@M`AB|AOp@Sh@PrA|@fBtBp"
    "Al@vA~@fAhAdAlAtAvAf@xBRvAnAt@z@r@z@PnB[`ARdDfBnAHv@Lt@DxAX`@Pl@Rr@MhAx@nE~C`AXj@Dv@w@v@e@"
    "z@BbAr@pBg@fCe@xBc@h@]vBk@nDAfB?`ANr@U~@_AjBsC~@i@`@e@L{@VGNi@?y@@{BGwAPYfAMtA[|CC~@Ap@q@v"
    "@}@v@_Cn@y@nAiAjASpBLrALhA_@n@g@bAk@dBIrA_@vAc@~@Lj@b@r@l@`AF`Dn@n@ZfAJ~@b@r@dAj@r@v@P`ACx"
    "@O\\Ej@Xp@PjA]h@Y~@Of@iAf@]bAKbBc@r@g@l@UjAuAh@iA`@Kf@IXm@@y@Ic@E{@Ty@TYJk@EsAFsAFwAV_AD}B"
    "Is@@{@Vm@hAa@vAk@jCu@x@Cl@Tj@Yj@k@lAm@bB{@jBaA~Ay@d@ObCCjBG~@UhAqAd@s@z@Wj@GdAY~BwAl@i@^?h"
    "@kAb@QXt@X`CTz@bAvB~C~AXp@Nl@T~@FrARVl@@b@d@ZrAT`@LlAA`@Bd@Bz@h@bCDjAOn@c@`AQb@Ej@?v@UjAO`"
    "AYn@e@f@i@L_@XGt@HhALhCZtANv@ZrAH`@t@fAd@Rl@x@d@Bb@Ad@Lb@XXlAbAnA^d@rAJf@c@Tq@Z[`@}@vC_@f@"
    "LVV\\QT]THl@Nd@Cl@}@`A_@XSX?N\\\\NRc@XYb@?j@t@lAXXd@j@E^]\\AzA?\\Hd@]Nu@l@i@`ACr@DVN`@DZiA"
    "d@s@Re@^OXo@B}ANuBPyBRs@`BQl@BjBIjAGRAbAM~@K~@GZH`ABr@y@TcABe@Je@l@Kj@JTlA^^\\EXi@r@m@`@k@"
    "f@eA^NHj@Dh@h@tAn@HpAEtABt@^f@x@Rl@h@Nh@l@P|@f@ATFd@J~A`@TFx@z@j@l@h@RXt@`@h@jAJrAr@\\Pn@f"
    "@bANZJXZN`Bv@`@hADv@r@BzAQrAFd@h@Tx@j@j@v@r@@^STb@LhAd@b@v@^TKL[Vc@RL@r@Nd@n@Bb@UXWp@Br@H^"
    "K\\JpAV^pA?~AHn@n@h@Vd@ZX`A@@?",
    "ohpCcq{CZCr@Tr@N`@JTb@^Nr@I",
    "_`pCkn{CNeA`@oAn@[h@Of@e@Xg@lA}Dt@qAp@EDu@[u@c@k@?}@\\_@b@Hp@dAx@nAdAx@Zn@`@t@n@Gb@B\\BTy@"
    "\\GrEw@dAUl@Z^QJw@h@cB^qAh@qANaAMcAD{@b@]l@C`C_Cz@Qt@Wj@?b@w@`@kDJ_Bh@aBt@qA^qBl@q@nAmAjAw"
    "@zBcAl@?~@Db@^h@hAv@BvA?TZLp@l@|@`Ap@zAO~@X~@HxA_AdB@`A\\zAARc@K{@Fu@Nk@Ju@d@KjBT\\WCu@QaA"
    "OuADs@v@F`@EP{@^m@b@Ah@In@PVz@^H^NVTLt@Ep@IlBNx@j@^f@EZLr@|@VTDd@Bv@j@SdAoEnAkFxAyFn@eCpDo"
    "LtAmEvCcJfCcIxCoIzA}D~AiE`@u@r@gA`CiCzDeElDmDfCiC`@{@Na@Lc@RcA?k@_CF[k@o@_DYiCj@DnAv@h@h@V"
    "P~BZdA|@nCfBfBz@RHxBRTV@t@Hz@tAvA|AjA`@Hx@QZHtApA~BzBJp@?z@Lt@ZRh@o@d@w@lAg@rBIfARn@^~AxBb"
    "@XRGB{@Ri@V_AK}Bs@wBuAaAeAeASkA@u@XWXCNXl@r@dAh@x@FXA|@YpBqC~AS`AKTLHb@Ef@Md@F^\\Tn@f@TYJe"
    "BAoA^cA`@gBl@}@j@RTvA`@\\`AQrBp@|DTfC}@Tw@w@uBCiB?_BMeA^cCjAoGj@kEbAyCZq@jCXd@`@Xl@j@`@|@V"
    "r@Ox@Y|@u@fAgAhCw@fCQtCSjAb@fAx@fBtBn@JjAHt@\\Kr@IfARx@\\\\j@RhAD|@JjApArBR|B\\vAl@~Dx@lBX"
    "xDv@rCHTg@rBtA~BETb@^^`@Nj@f@XtAPxAf@Xp@_@d@_@`A^vARdAKb@YpCh@hAr@NXPNtA`@dAIJ@`AX|Aj@`ALx"
    "@?b@b@Zf@tFh@VZp@b@|FJTXF\\^FvDw@rC}@v@`@n@~@P|A?nA?bATp@n@|@Bf@aAl@sAb@o@Oi@Ya@FY\\Gb@BXN"
    "Pt@`@p@Kl@VVj@JnASx@}@LeAh@mAPm@E{@|@iCjAc@x@Az@Xl@b@Xl@M|AOfBIhASjBFvAPTl@b@rAZl@p@vANlAY"
    "xBwAhEG`A^`Az@t@vA~A|ABh@VhBrB|Av@Rp@Up@uB~@{@dAOnAYz@{Af@}DzAKHKh@aEx@Y^oAfBOjBf@jBXfDh@t"
    "CxA`B|CzAhDb@fAEl@KjA[v@kAh@iA\\Q\\JXl@d@|Bh@zB`@j@|Bz@LUMqANYVQzC_@z@Uj@Iv@Sd@q@rAwC~@uBh"
    "BiB|AUFJfABpBYD@b@p@XjAb@~@r@`@~@FhAcAhAeBzAa@xAT`@N|Az@\\[h@QzA~AbBhBTlA\\hAbAbAfAz@|@TnA"
    "UdBiAzAyAbBoCpAsAlA_Al@Od@VNr@If@Wb@QpBEhCFnATl@TPTEXq@LgBLyBbAyCz@}AZs@t@uAn@s@bB}@n@k@tA"
    "iDn@s@|@i@p@MHHhBVhAAl@_@n@CB?r@RH?XAf@a@h@_Bp@cB|@_@tBh@`CfCzApAhA@j@JZCVYDq@J}@z@{@nAg@j"
    "Ak@n@KT~@|@`BdA~AxA|CXt@`@d@nAf@~A`Az@jAtA`@|ARh@`AVhB^~ApCnCnA|Az@p@f@Ej@MPFWfAQ`F[nCSpAQ"
    "`AMbBPx@Zf@xA|@zAr@t@a@|@sAVk@`AmCtByEnAmBz@i@r@Lh@p@\\l@Xr@P~@AxA@|AX`A`AfAjA`Bx@rDb@~EJz"
    "C[hAw@x@c@z@Gx@Hz@\\dAz@lArA|Dr@hG]xDiBdBsAl@a@z@]vBBzBHrASpAg@~Aq@z@u@_@s@g@aANyD^_BP_@h@"
    "{@hCkAxCmAzC[bA}@xDaAfDeAnEBv@d@Tz@Cl@_@XWTGXHTXHf@Cv@Qr@W^MJ{AbAeBjA}BjBYL",
    "uj{BkkxCGr@bAHF|@Nl@tCdBd@?^NA`AGz@Y~@JZTHZSZa@ZGZF~BtDt@l@z@PxBbAd@C`@W\\`@FrA`@y@b@m@NMF"
    "Fa@xAApAFl@Lh@RVTLJpCVvA\\nAh@nC^|@XhAPdBVWRk@Jx@Lp@~@hAn@fATlBB`AEz@Q`@{Af@y@p@w@|A{@nAi@"
    "dB]~Be@tFQ`Gw@aIo@y@JzA^hC`@hEHrCK~B?z@XrEMf@Ud@y@fAi@jBItCWf@[b@oCjHqAfEi@rBk@pCW`@[Tu@bA",
    "g_{BuisC\\jAp@dCTdAp@`AvAdAn@\\p@nCx@hCd@NnBUd@KpB}@^e@\\aD`@cAj@m@\\e@Je@^w@z@sAh@oA^Uh@Z"
    "VFHMFaAz@W",
    "azyBiksCJOlA_A^a@ZC|@Qt@_@Vg@b@k@`Ay@n@s@@a@]mCSgCJYZUp@UxBFjAiCX]p@UdAi@f@]JJj@tCj@kBX[d@"
    "Of@?`Br@fAv@t@j@t@VX`@hAEb@YJ[Em@Ys@A[HUvAeAb@k@tB{@lCiBp@eADo@v@o@fAi@v@Jr@BpAmAjAEvAVRHR"
    "HbG_@bAaAv@aAxCo@lAq@lAgArA}@fAX`Bc@jB]b@P`@nAXhA",
    "_jvBkbuCx@}@dEcHfBcErIaMj@a@rDaAhAs@tDaIpAj@hAKh@[n@m@^{@d@gCj@kAnCoBbDaAJ[Dg@mCkAe@k@fAy@"
    "ZITYg@k@g@S}@p@eAzA}@b@[k@sEmAM{@?cATBJO?kA_@eB_BgDq@gFm@u@_@b@@t@Ef@]mA[iBgA?o@Ps@K`BoDbC"
    "mDv@Jb@Yx@qCVwBw@Bw@PiBsAg@K}@XwANDmAZ}AiBcA}Ae@uDgCoAWI]Ag@XkBZoA~ACr@lBnCd@`AGs@gAq@YO]f"
    "BXp@hAvC~A",
    "m{qB}z~CB[d@mBTo@XYL]?cCCyBQOp@cBBkAWe@?_@Nk@p@iAp@qA^aAT]Ys@a@yAKs@QKoAGy@@k@POj@i@l@qBRo"
    "@A{@i@aB_BWcA{@o@c@Sa@GCg@@w@Ja@vBqBNc@Hk@Oi@@m@hCeBrBQ|ADd@SOs@W{AEkADa@P]zA_AzB_Bx@oB\\q"
    "B`@eA|@m@C[i@kB@QPYjAu@dBeBDYG}@M_AU[{@_C?i@Hy@l@aB`@_A@_@E[Ua@Uk@CqC?s@L]LM^Fj@W^e@RKTg@|"
    "@mAJUxBaAhBHz@K\\N^h@j@\\`@?\\TpAjAd@m@`@cAKy@Mu@@c@J]p@a@lB}@\\?n@TrAbA\\MZu@\\cAf@c@vABF"
    "@h@f@PCjAcB",
    "s|oBmlcDMu@OqAD}@JqA^oCBg@t@}@Fs@ZcAZk@D}APa@VOpAZHCg@wCCwAW}A]c@G_@C{@Bu@PYdA{@hAeANyATS`"
    "AC",
    "ynoBi~dDAYIgAO}@q@aAKm@Og@uBo@KQAODOXWZa@N{Af@mCd@_BFw@IaAM}@?}@x@wIC}@O}@[s@{@cAkA{Bq@aD["
    "aBUUk@EO]GOe@QKQHa@d@y@Zc@",
    "izoBwdgD[oAHkBPwAWaAi@Ek@fAcAb@q@o@O{Ac@g@o@b@oALaAEk@SS]Qu@c@cAe@m@aHr@{F|AQc@I{@~@s@l@[x"
    "@kBrAuArAGlB\\fDQlCaD|Aq@bA{BNaAgAv@Iy@EoAf@o@b@[xDxBrEf@",
    "qvoBsjhDcEoFmCmD[[}@m@s@o@i@aAmC}BoCiCeCsDo@w@}@{@eC_Ek@s@cDoF_BuBo@cAmEaFiCuDw@cBu@mC]aBu"
    "@}BAi@Ne@f@{@v@eAp@uAb@kApBiBpDeCbCcBhEuEb@s@GMqBaAqBeDq@sAK_A?iAFcALi@t@u@zC_Bd@wA\\}A?e@"
    "iAcBCq@Hs@Re@~Ck@l@o@b@kAPaA@e@Kk@u@m@q@_@Ik@@m@FUbBUHK@OCSw@qAE}Cs@mBx@_ACIwAa@qAGc@MCq@F"
    "eArAoGPmAv@cBl@aAZo@j@}AX}Aj@kBr@_Bj@{AlBoDNq@Ak@Im@wAqCoAwBeBmCaBuBiBiCYkCBWvAiAbDiEdByCz"
    "C_AnEqAdAyDp@}CCy@wCkGMq@@]NQTKjCGTc@sA[eAe@sBw@c@M",
    "yjpBc|qDuA_@[WU]oAgES_@uFgAyAc@s@m@We@Qi@Mo@Ck@Rw@KEY@sAv@cCz@_BBg@ISYMs@?u@\\uC",
    "{kqBowrDcBN_FzAs@IcAYcAmBq@QaAVQ[`@{AGk@aF~A_BfAqE~@c@`@Cz@Hp@l@ZvAC`ImAl@n@e@f@}Ap@YtAoCK"
    "iC^_AIKZj@fASPyCcAgASe@PEx@XfA@v@n@bCfAh@^t@kBa@w@c@iBwD_@WoHAcAH{GvAoAD{AI_@g@_@K{H~AeLxE"
    "iRdJ{I~Hg@bA}Bf@[[eAVyKbHkCLP}@Vy@c@Lo@h@kApB_BrA_B~BqAn@gAP{@b@oB`@s@tHg@bA?fCgAv@u@H@dBj"
    "@lFn@dBrJtLfFfDbM`E~IfAnCDrGc@tCg@xDmBjDu@vBWzEI|MkBpAe@jHqEvBz@dAHn@gASSIWhD{@jCChAs@zAe@"
    "f@VT?vD{ApAiAtAaCSm@Y]fHkAvGIq@b@wBRmAr@wAhARbB{BbB}A~ACZc@RkCZWvAT`@Qp@iBt@}@LkA`@`@`A~@j"
    "@`AR_@NqAEoHlB_DnBaDjEs@bBCv@Ft@Vz@H|@v@nDf@|@jAdAgAfCiA|BiApEMrAA`CaAr@XRXb@EfD{AhCkCxAqA"
    "PuBc@uAp@_EfDuApDc@b@aEbAoCf@}EjBe@BkB}AwD_Ay@wADiAl@eCLaC|@u@v@c@jDZlAEz@a@nA}AtCaFnAiAXo"
    "@Z_ACiBaABiA{@u@sE{A[q@@wEbBkGfGy@Z}@BeBGQb@u@f@g@DuFrA{GbDiBEi@{AGg@uB{AoAOqB`@SYd@gCr@uB"
    "lAiAfC}Ev@kBXqBQcBSgA{GqDeBiBcBiCm@[eDe@}EuBiD{CgDmFgA}@w@BkAd@sAdAqBJmBI_CDoDjB[`@[l@v@xA"
    "Dx@m@[_AKy@Pw@p@g@v@q@n@M_AGw@XkCcAeEs@uA_B{EZmCBcDLkA|@mBxBmAxBYf@kAGuAa@}BcBiGgBwJCuAHo@"
    "Go@LqBPsAhLeIX]Lk@m@I_@@_IvCeAFuNi@uFb@mElAsCvEwCdEkCjDCjCpCZjCFfJdAtAlAnFrFThAUfAmBjAkFpB"
    "gB`FiApBw@j@u@HwB@sAXWTa@UkAG_MwBwAs@]oA_@iGg@{Ae@qBLeABoA_FkAoEs@cBNYw@~@mBd@w@_@Wo@\\_AP"
    "oBQmLaFgD}BcBq@_DqBkAe@eCMmCm@{CsAqEgAa@Ci@HuArA^n@Vp@i@Za@Ji@Mk@a@kBs@]aAh@Yt@aB~@Ur@B}Dm"
    "CsKqEwE_BuEGiDJ~@^vGj@h@T?XcAN[^Tb@TJ^jBh@tAwAnBGrBv@|@lAWbAf@zBZZb@Pr@oAJ}@C{E`@]BiAc@iAG"
    "yAKm@Um@XwAdBoASa@eE}B{BsCcBoCIiCeAaAM_CZ_EDaDz@wBNoDeBuK}Ga@`AaA_ByHcBkACAf@[vA{@t@sA~Bf@"
    "`@h@R|@tADdEuBp@aDx@cAAw@_@QQS]Oy@Ik@h@mBOsBsCFuDa@qAaAaB}BaAgBh@wDhBf@tDmK|AyC{@gA{Cm@mCs"
    "Cu@]y@EcLdB}MVuKlAkM`D_FpByD|BPxAkAYcDnAoB^qBn@k@~@uCl@{CtA[N}D~@gCTqAhCoGfEq@jAmF|BuBfBiA"
    "g@uD{FkB_H_AyCvBExAj@x@I~@m@fBsBbCaEXsEb@eA~Bw@rA_AvH}Bv@j@NbARp@^_ARy@?{AOuBs@eEoAHi@]s@w"
    "AViAZw@EuAq@kFUsGh@cAd@m@pDn@`AYNs@Bi@q@eAq@uBtAX\\m@gAcAsAcDeEkAsCiAgF{CkDyCoBcEkAyD{BsLs"
    "B_IcEiIyB]m@DGVZZFf@s@LsA@}CSkGJsM[aALmD~A}AK_El@gBr@cB|@LnFR~CdAnHZlAnBzEr@nCrAbBvBdANh@H"
    "|@uBlDwGrDcAvEO`DPbLX|@r@bAp@nA_@tBg@tLGbJ^xBN`G?tA[~Bw@jBiAbAqE|BeEvCMn@Ix@dAz@lBzCdA`CDh"
    "BWdCJ|Bl@nB`ApAdE|B|KzSbBlAfDYm@~Ay@fCFxAjBExC~AdA~@vB`@xAa@bB}@Ms@SWeAe@cAq@`@IZ?jA~@xALf"
    "BoApAuAd@QjAb@bHOjALb@^SXUn@]~A[fAwBlAaD\\{C~AeEbA_M[uBFsB\\aEbBsAGmCyAa@iEQ}@aO{G_B}@yCyC"
    "q@gBy@wGq@cBmIaIs@qAIwCDeBRcBz@gDbAaB`AeCo@sGw@iBmH}BaGm@_HuAsBQoALqA|AgAhCoEpEeAnCMpDFnLf"
    "@zDqAn@g@j@eB|@u@|@u@TuBLoIUwDKP[ZUzCGzEm@|HsAd@uDGoBgAsEq@c@}@MgA]TeCZyBbAiDhAyHdBAlA}@xJ"
    "wDdJgCtFQlALjElCbC\\xF}@tE`@nAa@^}@_A}F`@aB|AcCv@eBIoBkCkLy@oBuCgEkAwCPwA`I}MtAiDd@u@lA_Av"
    "BkAb@cAeImMsCoAmEq@cBk@mD}AgBmAa@}@UiACuDTqCZqA|@gB|@uBk@]k@QsB@wB~@{@~BeAvB?nAD|@]vAYb@[|"
    "@Xp@ZVt@dAtAvE`AZNfDmCvDPhCZl@lAhAIz@Sh@}EvAqEt@_JPeBtAe@{@iILiGpEkC~@qBTgFYg@Qe@{@jBBn@Zj"
    "@AjAUt@c@x@eA~AoEfDaApBZzBMjEoBfCi@pFyBbAq@t@eB|@gDf@}As@QeD{AwF]iB^oGzD}BDcFqAYs@r@iBbAu@"
    "bCY~Cn@l@g@Ow@Qi@uAI{@_@aCsBoCw@mCSiONgHtD_HpA}B|@a@H]h@U~AkJ`GsA`@gFJcG{@uBE}BPaA^gAz@d@j"
    "A`@l@fA~B^b@jFpC|Ad@X~DJh@HbAk@fCIrAb@rBz@zBKbBSdCIg@B{@OeAkBiDmAeFoA{@gAMoAbAUzACjCN`Cz@f"
    "EbBjC^lAm@hAq@x@y@PaAEOQKw@RgAJaAyBq@qB[yAsAUw@S{Al@oCf@kBfCaGdBcC_AeEiB{Eg@u@Ka@K{@H}@Jg@"
    "jBeDlAu@tF_@|@YrDiDTe@f@yBL]p@_@dDeArB]fDGdBc@vCoBNe@j@qC`@iAIw@u@sBe@eBl@wA`A[fAi@\\oAPuA"
    "@cAJmAa@aAkAcAPo@I}@mNqA_EU_]GcAWaLg@qDo@{Dp@cAAiCMyAeBkEg@sIi@gDFe@\\e@h@vDzBvDnBvCn@rC`B"
    "Ld@BVClAIp@yC~@uBvAqB~@yAd@UUhIoErAm@`@q@OkAa@a@s@e@a@Q{Bg@{Ku@aBeBi@{@oB}@d@YzAOfAc@zGmJd"
    "Aw@xEg@`Bi@cB{BuB_@oAFeA`@aCdBwDk@dAm@rBs@jBsAxCiAjDo@rDSq@mBcBL_@a@m@aAyFxCuBi@cBeAoEyD[s"
    "AbBm@pAUnBBHq@o@aAyAYuGfAoMyD}ByAaIsB}CLgIyCeMaAgGAkEsAwH]kBa@mOuAcHcAm@u@dGj@|@g@t@Xf@d@|"
    "BcA`@PXb@l@Jt@GPqA_AmBiAx@uAsAu@AaDr@kBu@oCY}CVaAEe@q@aGj@qD]yBB}DXuAb@p@rAvDfCq@TiB}@}H{A"
    "s@Pb@nAT`@sEm@uDcBoAQqA|@mAw@Qw@iCKw@s@aBe@oAOqDgA}@TuBPoB`@qEnA[\\YD{@v@j@rAn@vBxAv@u@De@"
    "OgAoA_Aw@NmFpBwBvAg@jE}BbAu@zAw@c@a@gKj@gEUwEL_Hu@yBv@iCA_Dl@o@u@dGy@rBDh@]k@cAq@eBp@wAn@o"
    "@FyAm@gBkBk@{@sA}BmB}QeJaHgCmBQ_CJ{FqB}A?}IxAsA`A_Er@}EZeBh@q@n@i@`ArDj@`EbCfGfAdIn@bAb@mR"
    "HsDGe@pB{@BsDu@kBCkEf@i@UwAA{Dp@sAhAdCvBhChBfDrDr@MvACOxAsCCoAf@wDq@cGNu@McBw@YgBk@aAuAU}A"
    "R_D?uKa@sIj@oGu@cJf@{Ch@qBhAgBTsAx@uArAh@bAh@l@oBq@uAK_A\\qB\\c@|Da@b@]`Ah@z@b@ZyAE}B_AYU_"
    "@o@n@m@h@[u@UgBFs@rAa@jAkA|FaDa@GjAbAlDfA~BZZl@DQcAZg@h@WrCWrG}ChAONFFLyCjB}B|DqBw@m@H}@xA"
    "oBb@}Az@|@tD~J~HtKxDrD`CzH|A`F~B~G|ArAdBtE~@O`@Wb@Xz@\\l@dD|ApF~@dNdKpFnApGBx@b@nEtF~@r@nG"
    "XzGpK|CfChChAoCMiDu@eEaCs@{@[cAy@u@yAe@_Ji@oCNsEKkCgAqAYiAGe@s@{BI}GcAi@W{AeBiDd@yBS}HuD_E"
    "cAs@o@d@a@j@WvD~@dDRzDOXYT_A{@}As@w@wBiAaBYmJnAkAHi@cCsBDsBTp@Z~Bh@g@~Aw@`A_F|A}Dh@kCA{Eg@"
    "a@[m@kAv@oCu@Pu@b@sAvAoAtCq@dA\\hApBlCaAlAuBr@?fFFnBx@xBbAr@`AjAOfAOj@eArAcEXYUl@YbCg@r@_@"
    "l@kAu@sAy@}@eAmCUcBLgBm@o@eAq@a@I_@Up@Yl@K~A_ANqA_Ea@qBy@cLY_HmBcS\\cMxAyRHiFz@UTMj@bBPdD?"
    "j@nB[jCgHrCaG|@sD`B_BFwJI{Ep@gEe@yE?kAHoAhA_CRyC@uAMa@QJ]~Bk@Mu@q@KuEfAwAJmAu@y@aB_@aAa@a@"
    "[C[SbAmA`AaBL_AR_@FuB{@wBi@a@iDl@kAgAo@[kEo@uABmCl@gMzEHrAkBWs@a@yBUqAc@UL[`@Rp@Zp@Q\\WDyB"
    "|@}CqB_AmBk@UiKjAuBh@WVOf@_Aj@mAVHb@Bd@wDDoA^wAp@Hx@U`@qABUEXlAlBrA`A^jAv@i@H}DNuBnBKpAhA^"
    "fDfBbBh@dABp@LgAj@{HJ{Av@gAjC?jDfAtA`EL|F_EzCiAxEmCh@V_AvBeBbAwDxDsH~JgA_@i@o@S}@PuAq@h@m@"
    "jA{A~BzBE~Ch@x@r@k@dAuBHq@`B{AvBmEfIqC|@mCfCmC~@iABq@sAg@\\e@vCcA`AkAB}@YyAgAgAsAsBgFkAsBg"
    "Ao@Xw@GaAs@yCgAuDu@aBcCaEq@c@c@~@[rASb@SLaDhDcDdCqC`AeF~@mII{@sAsB_A{D_@mBmAuDUqBJoDv@iKpD"
    "mB`Ay@dA_CfBqAp@oAb@[IH]f@]^e@}Ae@I]a@W{BUxBe@f@Ex@UCu@e@e@]gAe@m@_Ac@o@EqBl@qAsA{@D}BtAoB"
    "~B}@?mDs@cEAXkAfCeDOsE|Ao@jB[{Cu@sBmD{AO_B_@\\U|GQ|@Rh@r@lC?NuBBiAyD}CeAa@wMBmC]oEmAt@q@Dc"
    "BpDqCM_@QUu@?wGd@sBlAmHnAgXXyAZ{I`@qCd@}Il@_D`@}Bp@mE\\}A`@HhBhLMlCa@nDC`ANhBvA|Bl@hBFeAjA"
    "aBR{HaB_Zo@cCFLbArB`ClBbB~CfBz@?}B{Er@Kn@DjC{ATCZT?^X~Bs@t@?zA`Ex@jAEnAc@`@?H\\Ot@@X\\j@Nl"
    "@o@r@}@LuIy@uCgAcDaCcH}HaCkBiAi@_BOyO`@wHbAiHdBsCrAkBpBSn@I~@hAz@lIR~B`@n@d@DTN`@WZuCBoCXg"
    "EfA]V_AdASJiHKSVQr@lAnAlAt@~C~BoAm@aImBqASaBFqFbBcBlAwD~Er@VbCV_LhD_DAoJo@yDAwIkBuIeAyHCeD"
    "aAwL@eLTgIf@qJvBgJdDqEbDi@p@{@pBY~AY`CJdBr@fA^xAChB|@hCy@`B_D~@wIrA}Ax@KhD[lC]nGy@dA}A~@Qx"
    "AtB~GhAt@lAnAiC[eAiBkAaEgA_@e@}@?wDl@}C?qB]{AcF}DyBkAsBk@{He@oCe@cDXsBIeCg@uBRcE|BuTZyBj@q"
    "Mt@c@?gB}@sHwE_CLs@`@u@tAw@t@m@tCg@jEaAb@{AJgEjAiE~Ay@vDkBxC{FMgG_@}F{F?gB|@sC|AoChA_FhFq@"
    "UaAwAmAoAyBK{ATcEsELsETqKvAeIb@kDv@gB~@{Bl@i@qBm@[cD`AwBPmEGcG\\yGE}Fq@}AHgBf@gDhB}GlCcGf@"
    "kHbCyGp@aFjA_@ZIh@Ob@qDf@iI|GrfbE^oBp@oBf@m@KWB_AdAi@^aFpAeBxAsAfBh@SjAcAGlAWt@yBr@_Cf@oAn"
    "@[h@OjAR`AiAWeA{@b@m@hFaDp@u@cAZ{HlEuAlAb@NXl@[Re@O}@G}@XeAt@qC~@cZzNSvAWh@Mr@CtAlAdByBIQK"
    "_@i@a@[o@`@e@bAJzA`@jAB|B]jB]j@Yr@EvCt@bA\\tBa@JgBHc@T{@t@Mr@MfAQbAM^OE{@{A[[cAWe@hBXnDU?O"
    "SUm@][e@_A_@mAd@}@h@g@dBSr@o@Ry@s@Wk@i@]gBFw@Ju@VmAd@m@fAU^k@p@@p@KPOA_@w@MyHCqBk@q@Js@^{D"
    "h@DR^Rt@zAJr@@bAo@Jo@[Vu@DaAS[YEo@n@u@NqDRs@EOYb@[fFaABa@wEj@_Bf@_B\\eCIcCn@}B`CsBbDuB`ByB"
    "fAmEdEYNSZd@^`@p@cAa@aAWa@D]VSh@If@Zb@eEF{@V[`Bv@bA`@I^[\\AvAZdCzAjAhALn@K`CH|@x@f@~BWx@Y`"
    "Aa@|@o@pAmAVGNRYn@w@|@}AnAk@xAZl@b@HXApA[x@ErDX~@NTMDe@~A]x@CXKTi@~@{@~AU|@C`@L}BlAoBdCTXL"
    "Z}@@i@GI`@^lCT\\bE^q@Vq@Dy@Es@Xa@vAEzAp@t@t@h@hB`AnBZx@Ev@Ld@`@H`@o@Uw@Ju@h@D`@r@b@HZQn@Df"
    "@YT{@FgAZgAf@[^Wn@Gn@JTbDFVEHw@Rk@|@_@VTQ|CVn@Zb@pAR`AKv@iA?_Ae@e@?s@J{@b@dAl@x@dAhAb@F`@G"
    "|As@x@m@nBsC~@cAjC{AnCcApBk@|@Dz@PlAIXOTe@TSjB{AjAiABq@O{@LqCb@iC~AgCzFwAnE}@hAM`AJlDpBtBN"
    "rIDv@Kr@o@JaAOuB@q@LQP@`Ao@|@oAp@qA^oBk@E}@ZIYSeBi@o@Qc@[gCCaBn@r@lAfCb@f@ZPXFz@Yj@a@@aCRa"
    "@RVFn@v@FXRMlAD`At@XhBLd@_A^xAVdBBdCa@nBq@t@iBnAm@v@KhAB`Av@rAb@bA`A`Dd@`AbDhC}ebEd@`BbCnB"
    "pBdDl@zFlD`B^`CoAhHs@|AeAfCoDl@Yh@eAbDmAnCp@rBe@f@Z{@VkBTcDIu@Po@|@w@`Bh@~@j@TbCgAvCHfAQjE"
    "wBzCdCtEdAdDFnHhBqAB}EkAaC?_Ei@eBo@o@m@}@m@}@Tk@n@[dA[xAb@n@b@Vj@`AkEoB{B`A}@IsBaByD_AUJU^"
    "\\zDKrCmC`DqC|As@Bo@QQuAc@_Am@x@e@|@u@vC@l@JxAm@f@_AJWlCUhEZP^?dBr@Mb@gBR]h@T|AEh@c@HWw@Dm"
    "AIa@eA`D?|@{@fAiDjB]n@InAh@Vf@v@WnAk@~@gAVa@fB?`Br@tAhBtB|@n@VrADvAh@Cl@e@jO{EdEi@lDC^MAs@"
    "Io@Yy@Js@TCTf@n@?l@m@d@LP~@L`@?f@Wb@cBf@Nb@jCZpBb@rCjBz@jAjKxD~A~@h@Ft@Th@lAzElBl@Ix@zAt@r"
    "@|BDpAXnDdClBi@`CtDnClDh@?lBgAZd@QdAe@hATRj@S^CVTCt@|@`An@Dv@TRx@Q~@bBfApA~Ad@Nj@h@n@^v@Ed"
    "CdCjHhFrA\\hBfAHl@?z@h@~Ap@rFNj@Vp@lBW~A{A\\k@Nq@DoAPe@TQlBeE|DgCZm@pFb@`A@rBa@rDTxEhA`Al@"
    "|EfApCpBzG~KbAtA^Pn@FRsAFaAQ}Ba@gBa@_EImAWqA~ADbClCfEhCzAb@fApAr@Hz@\\DpD\\~Ab@Rv@Bh@e@z@m"
    "CnAiAn@Mb@PdA~AjAvAKcB`Ae@x@UfACTLZx@`AhAj@\\l@z@X|@VvAZtEAxFhBdEf@SRJRXc@lBRd@PXp@ZnB`DhB"
    "fBlDlHp@fEp@`FWlBSfA_@p@w@t@uBx@Hd@?^i@w@]}CiAs@c@@kF|Bm@t@FvBLv@j@rArAbB`BhCHtA?l@Y`DAzAJ"
    "hDEhAY|@g@f@eAUaAPq@j@FlC]dCUvFh@bAf@h@lAjBh@JhAc@rB_Em@qBcBoAm@w@a@sAr@Nb@b@pBOl@f@v@~@U~"
    "Cd@\\dAt@fBbA`@l@xA|GpAtE\\vDC|C]nDUjA_BbDm@~BMxCjAhAdCpDv@RvDCzAyAjBTxAj@lC|B|BbDvBpBb@bA"
    "n@lCj@`GO~BWz@UlA^xB?jAy@xBKfDh@B`BwBfBGvFhCfBnApB~C`@]V{Ah@g@r@RTtAgAf@Yv@h@tE\\fAK|DBxAN"
    "xAhAtF|BbIzCjFjBpAt@|@VpA~C`FbElFv@h@JyADwAVuBfAaBJoAJkBDwN|@kODcDjAeCh@kCVgCDaDpAqYXsElBk"
    "Tn@kK^_KBkDo@aOi@_IsCmUUaAWa@_GsGoBuCaA_DgAiEFmBF}@ZgAz@qAUc@W[}@]_C|@aCYwB}FkDd@aCk@c@PYu"
    "AgA{AcCgCaEcD_BmBu@gBoAcBmA{BmCsJwGsHmBoDyA}@oA]iE{F_CqEiDoCq@{AwAwEc@s@mBqAwFmCoCmCsES}@w"
    "@aA_@eAm@tA}BSaAO_@wCsC}@wBFq@He@|Ao@QmBY_BkAoAY{DCeEiA{Gk@_AmDmCg@CwBn@cCVm@j@Ie@Do@c@QkA"
    "RHu@bE[jC}@|BwBpAa@xAH`OfDVl@V~@_@|AXh@VZZ|@VxBEtB|@vDDpBmB~@[h@^~@`@d@Zn@TP\\Jf@}@b@{Bx@G"
    "RRHn@p@Bv@W~@HpBjC|RxSbAnArA~C|CN|@b@l@n@|@^A{@Kk@MuBuA}Et@Wt@AbBl@bAhAr@OYaA}@cCPyBPaAYc@"
    "aCuFm@_Cg@gDAs@F_Ad@I^?~FdD|Al@\\gAh@]dAyBz@Q|@FjCpAxCl@tBOdBdAl@JtCo@tDCv@z@|CpAjB~Bv@f@|"
    "@v@ZnFpAlAjAx@~CvDnBzFjAjB`DvCzFfEzEbIjArFZFt@p@LvBApA`@`A`@rAc@r@_@Ho@G}BcAwEfBkBfBFfBCzA"
    "nAEhBFbAt@fCuAl@^fAzA`Cd@`Am@lB}BxDJn@lCh@C`ALlBbDb@NdC_@~AsAl@CtAd@h@bBtEp@pEIpBmFuE}A}BR"
    "oCOuCiAr@}@b@MxAFnAm@lDgFjAi@`BYjAAZNf@v@Xt@VPr@I|@k@hAL_@a@eAc@rBg@hAw@bAMvHiCvBJhAd@|BnB"
    "a@pA[d@Oj@f@FrBFdAaAp@~AStAoA]i@b@Z`BfB\\`CE`CmDtE\\dBnB`BXdGoBbCIrC_Br@\\|ApF|Bx@~@_@x@wC"
    "f@q@nBm@rQj@fEe@jCC~DlAvD]rItCjCbBfDnDvCdHrAlBlCjCfE~BjB`Cz@hBfBnKZz@tFnClA~C`@f@dBbA|@nB`"
    "@^pCnAvBfEhDjCtFbKTl@RfBd@jArEpI`A^hB|CjB|A`BnBxBtBvDdC|@lA~ArDjF|EtBt@xCbENl@JfAY|Be@Z}@P"
    "eFzBuEa@}D?iAKm@BObA@|BZpBTnIXtCSpCm@Xm@aAiAIkA\\w@iFl@c@j@sAY}@cCqBqAImAFtApC`@\\XFb@ZkAr"
    "AqA~@uBZZp@lAj@fAtDnBvAr@z@Qd@i@FcFWuBq@gDmCeAqE_Ay@Q?ULArCxAdD~@|AVnAe@?iAO_@e@sAiEUoCKgE"
    "HwBEuA^uAUYaFtBwBZwE_Bo@Vc@x@qDpDa@x@y@vE}DxFoDtBEl@oBhCwAn@MzBf@bBpA~AbDwAXBSv@uB`D}AbAEv"
    "EJtB|@bCSjAwAnBk@j@k@~@v@jCHzCz@dAfAvClBzBr@lFrApEHnELhAbAvEXbHa@|MOZ_@ZD`@NT`AlC?`BYhAC|D"
    "n@pHPn@RlAFfALj@FlAMbAW`@tAzE\\~G^rB|@pBbCdDn@fBtAbCpAdBpB`HzA`HfFvJ\\zAPbBz@fD\\fFdAzAx@r"
    "FzDrJl@|BnClExCzG~D~Fb@hBhArBnArDrBrDVvBd@rAtAv@|@lA|DlMVrABhAzBjDdAvDvBpBzBzChH~GpAjBdDfC"
    "bA@nChA|AjAv@[`@cBh@B^LtA_BhADr@k@bB\\QyKLuAh@nApBnCl@Zj@?QwA}@{BRSREnAt@f@z@rBlFbAfEv@x@X"
    "tAn@pAhAUj@LhBm@XReAxCx@`FVZ",
    "skzBaf_E}Fl@}DKy@Dw@Lw@^kAdA?`B`@B`Ik@rCeBf@Ix@Xp@|@t@N|@lAx@I\\FhAt@xD?\\Vz@jAjARbCJj@i@R"
    "aA\\a@vDd@hCYdCk@fCOyBm@{S_BeGW{BcAwDk@q@?",
    "{|{Bwh_EsARmEC_AZiHfDkAB}@z@rH`BfBfAxJNpF`@r@\\Wr@rBx@|JFn@PhA|@EHaCNSJQZIf@Pr@n@Fr@EvBg@L"
    "LJZd@v@j@NxBi@f@Jd@Xn@JnBFx@a@q@m@kCeAl@]jCGlBPv@n@r@HnCCnA}@z@Wr@q@eLeDkC_AeC_@mDQu@Su@Ga"
    "@JwAx@aGIu@o@CoBXaAu@}BsCq@uIcAuAC",
    "mleC{_zD|EvAbCz@`Ch@bC\\nEfAnJzAfFhA|Fz@jGlAjGt@`AB~DjAtC^~OhDxF|BfAHfAEz@f@v@`AtBbAz@|@z@"
    "n@b@NbAC^BlBt@Rj@uBZYn@`@^jAl@j@l@nAl@t@L`CAFx@Ub@J^j@\\h@CdEyA^\\L~@DbAXp@`@X|@XxEi@Pf@a@"
    "p@m@jBIj@XfA`BnBtJdCEl@i@vAIt@Nr@n@h@v@?\\GtAy@hAMLZaBlAi@dBl@t@rDxB|A~CvDdApBHnBShBc@lGMt"
    "Cg@vCgAbCDnBb@rClA|AuCg@eAhEsDj@oAq@e@}@YuBgAuBy@yBQSIq@uAu@eAq@g@w@aAqDkGi@SoJs@_@OhBu@jB"
    "@p@QZe@Nk@i@_@mCaDgDsB{CeAd@Qp@m@|DJhA_AVe@De@}@q@_A]eAFeAXw@\\u@n@m@AiDgDXe@Hy@Q[qAYu@IuB"
    "JiDb@MQi@oBi@{@kDcBH]Fq@gEaAaCaA}ByA_AQ_ACaCe@qFk@mCk@m@_ByAa@sDMeADg@f@mAA]U_@a@Hy@@iAcAm"
    "@YIkEQwBFyFv@aCLmDQgBHsHsAiOmAgCw@eCaAcAMeAC}@UyBw@{@MaA?{@g@s@uAy@aA}CuAkGwBqFm@uCq@_ACkE"
    "VcG`AuBfAaB|AS`@Qz@Zv@Pv@Uj@|DlCxDzC^`@|Et@",
    "kt~BmvvDcGl@aELuBb@k@ZPfA`@ZpA|AJv@MxAJ`AXn@TRpC?t@X@r@Hx@n@rA~AXT^Gt@`@h@A~@Qb@ChAaAjBJj@"
    "r@tANhBh@zA_BjAi@bBe@hBqBpE{BzDcFpGsFnE_Bx@gF~Ag@^e@h@`BlAdBZHb@v@RrGcALI\\o@^c@dAEdATi@j@"
    "m@LoApA`@^b@BbDmBLLN^nAc@RX|@Jp@]?e@HSxF\\fB?dBMxBgAT^Bd@l@OdBy@hAWhGw@zDcAo@_@oAOAi@Ly@@y"
    "@m@g@gBPL_Aq@K}Ab@c@UtCqAbDsBOi@x@Iz@@p@cAGyAk@}@XK|Ft@~BKnCc@bCr@dCPdAQbAg@v@s@j@yAf@sCDw"
    "@G{BUu@w@gBe@_@uAq@k@KeBVeB@k@[i@q@]_AeAc@SSUg@W}@Cu@Ss@_AmAVo@I_@i@y@~BMj@Yh@e@Kc@OY_C_Bw"
    "@]}@M}@?aAH_AMbAaADk@XiBEq@[i@{@o@uAOcAWaAe@}@E}BV}@CcAUaEoAgAUkADcB\\mBv@",
    "w_uCan_ESr@gAh@c@h@mJdC_DNgA`@Sf@DhA|@?j@VvF\\z@j@n@xAYPWXiAxCSViAT`Ax@dAd@zUhApN\\dD^t@C`"
    "Cx@|FjAxB?hJiBzLyA|@q@lB]lCW|@eByAeAsBcAaEWwDg@iCaBuA_B{CeBlGXdBMIa@w@gA]WaBe@eAgAaDq@mAGk"
    "A@kCWkCc@cCSaCI}B[{Bw@u@_BeJIw@Tk@x@s@R}@J}C~A]Z",
    "usuCam~D_ChA}@pAz@Tv@v@XbAhAt@RtAa@Ng@WqAqAiBw@sB^m@KoAmALaA_@g@c@IuCFmF`@i@`@y@Ra@^iBXs@V"
    "eAv@_ArAnAj@j@nAPPL\\DdAJz@LXH`@IxAVdAnAt@pA@xBc@b@@`@LwCjAoBnBaCXc@Jm@fBOr@vEzBv@TvIP`Fb@"
    "fAG|B]rAJvBShA?hDm@nDkA`@c@b@WpESl@OpHPr@K|AcBt@AfDx@|@C~Be@jAo@JOFy@jA]zAgBt@kB~Fw@xCMrBB"
    "nBi@yD{CuFqAiB}@yBsAq@aCmEoAu@[gA}@WGaDjA_@M]a@y@e@gEEiDN_AOmADeKw@cGOo@H",
    "cnxCol}Dt@xATnAdDhGRl@aBg@wAyAu@kA{@o@cA?eAQaC}@cC[gA@cA\\k@dAo@v@mDh@YLOn@Lp@cBp@iCUiALgA"
    "Za@j@[t@]lAQpANlBjGfDp@NzBKxBP`IvAlK@pBlA`@A`@M^YpFTnGLnG@xAv@tGlB|FrAbCR~DUz@[x@i@sAu@{@k"
    "BiA_A{DyBUo@c@eBUg@]c@Uk@CaAKw@iAsAu@g@y@KmCNk@E^YTcBC_@S}@c@]c@SUsAH]u@g@Yu@_A_@aCYEcASi@"
    "[MaAKc@@o@bAs@v@cAJcACf@aAAeAWk@_@ScACuEn@kCdA_@b@XR|@J^R",
    "kslDeqyDw@TcAM_A\\{@xB[^]T]HyABg@W]w@@w@Fy@?mAMeASi@Y[sCuAgBsAmC^oCjA}F~CuBl@mCh@oCNeAIiCk"
    "@eACgZ~H]X[d@zDn@xBrAh@x@o@n@g@~@hG~DhBp@jBNzEm@~B@zBg@hCsBx@y@p@oAN_CSmBiA_@_AeAI]`@}@vEI"
    "fC`@xBb@c@hFYhAc@t@cEtFk@`@aCn@mBhB`EtBtA`@rARr@Ir@Wv@w@n@{@|@m@bCHxBf@xBZfJn@lB\\lBHlCw@j"
    "CmAj@Af@T`@n@PjAl@dBx@fA|@^~@B`AS~@_@lLoBp@a@n@q@`C}C~@e@`AO~BoAtB_CVg@F_ASm@eBTcAAh@mF]_F"
    "q@e@aEX|@iAr@aB_@u@c@e@sA]oBMa@W_@e@}@g@{BOuEoAy@@u@h@s@z@w@^oDlAwBdAiDlC",
    "ohpDu`yDqCFuEuA[AgO\\k@\\Cz@N\\Fj@_Ah@gDFiBe@wHR_GZaB~@kA`@}@f@m@Wk@g@c@Gc@F`BrFb@ZhCz@pGr"
    "AdCXnH?`L_@pB]bAc@~BuA|@_@lE[~@OvBiAzB{@rHaBSoBg@oBo@cBs@yAw@YuBpA@|A[`A",
    "mbnDmmaDwB`HC~@H`ATrAFvAMlAHRaB~IeA|EUxAM~AUdEClHDbBN`BNx@b@f@NjBFpHQ~Ca@nBWvBC~BIx@u@fAUv"
    "@EnACtBGXYb@oBrYk@`G_C|Ls@lGa@~BUfCQhCe@vCq@rCaBdCk@hAIz@ClETk@Z}Cn@yAdAkBdA_BvA_Dh@m@l@_@"
    "pAc@n@CbEVnA^hAhAh@jB^vEpDbWh@hENvEEhDK|@s@fDi@`B]h@c@ZU`@Sl@c@pBm@~Fq@tDUv@w@Mc@@c@NSl@]h"
    "EUbEAr@f@tCH~@DbAHt@Pl@D}EZ}CHgCd@}A`Cg@xBMPQZy@\\m@^E^Pt@`Ah@dB\\lBXtBt@tH^dBf@~A`@s@\\{@"
    "PuAF_Bn@aISwGqAcKM}BJwBPwBJaFAq@[aCa@{Bg@kBQ_CX}Hx@wEhAkELw@Bu@_A_GU{BYkGWsCQsCEiVDmBf@iF@"
    "eCQgDYaCa@}B?aG~@mFn@gBhA}Bv@eAZu@[QSi@n@aA\\cBBgKKaBc@mB_@uB[qGIyGPqBFgFOy@}@kAaBm@ULkAxA"
    "[B]Iy@i@_@gBh@y@WiAeAYE_AXGU{AMyARsApBoEfAwCwB@c@[[_AMaAe@X",
    "?uvtDuAOuA]oAEoAPqACoA]_ABaAPsFh@m@LmAt@k@Rk@^m@t@uAx@aCbA[RSr@Lz@dDpBdC\\`G\\|ItAnCVp@C|B"
    "w@rCW{fbER`CvApGT`D|@d@BnAmEJs@]cAqAsAa@{@_EkBkDmC}AU}AaA|fbEO",
    "watB{qmDQl@EhAPn@If@b@Zt@{A`@A`@g@NaA]QMJaAo@o@P",
    "oywBqhoDRNlBu@Hi@COk@Km@La@t@Kf@",
    "mj}BmptDq@rAk@|@e@E[^G~@jAjBJf@_@b@GRt@NHq@\\o@~@e@X_@ZkAhBoAbAJjAc@TODm@_@e@wB_@y@@}@^Bg@"
    "EOYDeAf@",
    "iy{DssaDUz@~EsEfBoBXgAe@?m@bA_A^_BzAwAnC",
    "ezwD}|sDd@RnAOd@c@AsACKaAJk@l@g@dA",
    "egxDwwqDV@QmAAa@t@w@bBi@Xa@DcBU{Cl@sAOiAuBqAo@}@u@q@GDu@n@BfBf@hAzAZJp@KvAApBIdBw@fBKr@Dp@"
    "T\\",
    "ersDu{yDt@f@~BaAo@c@uAWSJOXKn@",
    "kqqDaozD`LJ[_@uCoA}Ji@jAf@b@pA\\R",
    "aokDsutDhC`Bt@Kv@o@\\I\\F`@Rj@BdBs@H_@IO[OS?_AYiHIUDi@l@Mf@",
    "ua{Cad|Dp@v@dAZjAm@|D@dIq@}A_@aOYc@DcA|@",
    "ut}CumzDuAlAOp@XJNPDb@V@jAe@t@}@nAMrA}@PYUGuCN_A[m@X",
    "{_uCkazDk@PJn@x@MjAVAf@\\`AhBg@pCEzAe@jEWEu@_@_@uBl@kBs@iEXaAe@qC\\",
    "q{tCi|zDPTVP`AK`C^p@Qn@c@nDJr@GsAk@oFo@wJ{BQz@?ZjAbAlAp@",
    "_fqCcb{DtBDbA]RS_@s@m@a@yDKa@b@F\\rAjA",
    "cdiCwfvDJHZSrA]lCmAj@u@U{@_@g@sBWiBHeALcCt@xB`@r@hAEj@UXTf@",
    "yriCw{vDxAZQs@kBiAgEe@{@NGJrAlAh@XpDB",
    "m~mC}qwDZZXCTLjCi@|DQo@k@gCYiE`@{@d@f@R",
    "ceeCknrDj@bBzAEZUJQgBkB_ABGp@",
    "owdCyrsDEl@\\Od@s@T_AF_CMa@KQKB@nAw@tD",
    "ssfCkaoD`BLjBwAdBkDSi@}@LeBBaAZwAPHnA?^[`@Zz@RP",
    "}x{B_j~Dl@NrEwAPYuDqAkEJ_@f@ELhCfAHh@",
    "op|Bie~DML@JdEKxIFfE_AsE_AoBMoCu@qDr@Hl@ATo@Rm@`@",
    "ce|Bam_ElAFt@Ex@k@RUBUs@CWUGOg@KcAAyAVe@n@vAh@PZ",
    "cw~Beq~D|Ct@nAAf@_@_Am@qAa@}@Hm@NW`@",
    "ud~Bkx~DlAz@`G_AU_@[K?_@VWIo@eDb@OLoBVQn@J\\",
    "g`aCwe~DfEd@dAKRQd@QbBWMaA_@MkHiAoCh@{@dBxBj@",
    "um`C{l_EmAz@]`Ao@f@OjAf@|@vBJdEB`E_@fBoB~D]jBsBoBa@gCNyEcB]Do@ToDd@_AT",
    "_uzBylwCFRXiB@_AOa@UjB@jA",
    "s|{B_brDInB`@l@^JLeAX]~ApAj@zAvBbCtF|AtCf@fCJ|BsAdA}CJo@F_AAaAGcBMaBs@wAwBgBuBcA}@OuCCkLhF"
    "_Bz@u@pA",
    "e`cCq`_EfBBdBQdCy@dCcAg@c@}Bm@cDsAuGQeC?eCSe@i@YqAWk@]a@sC[}B@}B^oAZkAv@g@l@Jv@El@c@h@rF`C"
    "xFfAjS~@",
    "cb`Cwk~DtAT`Fi@`@UZg@d@{C@m@L_@v@w@f@Yc@]wFTsOJoGv@oA^mAr@zMZ~@VAx@Pr@p@DrBtA",
    "gkbCke_Ea@l@RhAj@t@RjAjDPn@Pl@x@lDb@`C`BtDQvFcApEv@hCNhDsATSHy@Is@m@mB{@}@]SWe@cAUqEMmAJWh"
    "@qBC{DYqGg@}Cc@kCFkCTc@d@",
    "myaCqi_ElDVxG]pCa@KOe@SsFqAcNQ{@z@r@l@vDdA",
    "cu}B_n~DnJLzBGNM\\KrBKfAy@_@OiDWy@WSa@kA}@wDKoAJIf@mAp@iE~@f@l@dADhAj@",
    "}r_C_t~DWf@@lCX|@Cr@r@XrLEvEKp@SyBcAe@m@JeCSW}IJ[e@cCAkAN",
    "s_`C__`E[l@uAXiFTeAr@hBd@|GR]jAy@v@x@`AnA^nDd@`Do@zDeArAl@vAZpAC~Au@fGh@nAm@x@_BmDSoE\\iC_"
    "BoDi@kCeBaAa@wCDq@GqCYs@T",
    "}i~Boo_EaLlBcKIgD`@sFbBkJhBeA^|@h@hLhBrGb@nFD~AK~AkAhFw@xFNX]p@UtACjD]JcAkBa@eAA[_BwBqCo@A",
    "_ecCia`EbANdJMjD[VOFMbFWaB_@{GM{Nd@_@XINhAl@",
    "ah`Cce`EvDVXQDKS]Uy@sAa@qR_@qA`@\\r@?VjQp@",
    "a}rC_|}DfCH~CIbGyBhDs@jCoA\\wAwAw@kBUuDCiFFgFx@mN|@sDh@nBdBxBd@|Bt@~Bd@dCT",
    "uirCmp_E~DxArTy@^g@HY}Aq@_QPmEPq@n@",
    "admDiowDvG|At@C|B_Bl@mEs@}@y@U{@KuFGs@Hs@XWd@In@ZfCRx@",
    "mxmDqkwDiCp@qBv@gKlGc@v@]dAOtFTPnCJbE[jCIfC?vBa@dH_@dFyAnFaAp@GtCRjEtAv@DlA?t@oAaC[aCI}B[u"
    "B}Ay@kAeBiDw@}@w@g@{@KaADmEe@kCKkCT",
    "eljDabyDpB^`DIKsA[e@e@{APeAIsASaAm@yAq@t@a@nA]f@{BlAWVfB~AHh@_@t@f@`@",
    "opjDglwDh@`@f@q@xDwCl@eAdBcAXWF{@eCd@aFtC{BvB`@pA",
    "wnkDsfbDq@l@mAGS\\|@p@j@dBL|APb@p@l@j@z@d@d@`@JhAeEb@w@fB|AV@WsB{@}B]Q{@iDQe@yDbBOR",
    "mm|DeprD|CHzHkBnBw@rAgA~Aq@PSMi@[_@kBuAkAe@yAGuPvCW^GZFz@n@JPf@RxBH^XV",
    "ylyD_efDxAjBLQFW@e@qAgAsAuD_@uCHq@Bo@uF}AmDuC_@D]|BQ`DV`BzDv@nDjBtD`D",
    "ea{Do}aDBfDbAuA^cAl@K^_@r@qA|@kBRu@FcAh@}@dCwBk@Mw@s@{C^c@LXnAIvAuAvDi@~@w@p@g@lA",
    "sstDov{Ct@p@v@]?cBuBqHi@PHhAj@pBMhCHh@",
    "iouD}f}CTXTEfAgANa@Y{@yAyAk@@QR@hBj@jB",
    "{fuDez|CdArBfBZp@d@d@lAZh@z@WXe@?gCX{@Ke@{@D{@wAiCc@q@}A}@iFaAqAs@QOrBL~B\\zBdAjD",
    "}ftDwc{CRz@VSBQu@eASqAg@AONJf@dAjA",
    "cbuD{l}Cr@LT_@Nc@Hs@y@We@ZGjABX",
    "}usDw~yCX`AZGHQc@mAOMKr@",
    "{bsDq_yCfB|B`@?Po@BYsAS_BgDeAmBe@e@_@@~CxG",
    "uzqDkrwCpAx@r@AyB{GgAi@{AgDaEmEUMoBDnD`FTxAlA~Av@^f@l@jB`D",
    "ygqDufwCfBnArAb@lCfDr@zAfAd@dAURd@D`AXx@jCtDx@nCz@XnBpCS}BU{@}AoBEwBs@eBeBgBeAeCw@c@}@oB_A"
    "g@DuA[_BUDs@dCg@BkB[_DgFs@i@e@GURGZ@`@Jp@Sx@Xj@hBF",
    "agpDanuCP^f@[A_ACQqBw@_@b@G\\dBbA",
    "g~oDeivCsArAsBQZjAj@AlAlBbAL`@XlBbDN~@`AzBbBlBPnE~@sAFsASeAqBsCm@qAMcAk@gAS_A[[_BeGs@@",
    "od~Cw}wDRt@\\h@Tr@d@d@tBn@zAjBNHdI{@r@QhBaAtC}@lA{Ae@Oe@GeCJe@[SmAAm@Ic@k@YaNnAyDl@w@l@",
    "w_jCyz}DcAh@s@_@oNbBiBb@UXpLNvAEFy@`BAhDe@l@u@HUu@Uw@L",
    "ialC{e_EbOh@p@YNOgAwA{@i@gIOeGZqAX\\r@NPnDT",
    "}~fCwnvDbDt@j@BbBMj@T`Au@Co@_@q@Q}@J{CsAaBoBe@gIk@m@JaA\\q@b@aAtAs@b@oAbAW`ABz@tCJbGp@tBZ",
    "wwjCyquDlGHdCQRUQw@iCsA}@u@_A{AoBkA}A?eHxAi@v@EXrBjApAZ|B~ApAR",
    "exkCiavDf@JnHm@hB{@^u@Ko@yGiFkB`A]|@gAjA@jDRt@",
    "qfmCmbyDSd@Gh@VJfAAf@jBf@QX}@xAh@VIh@o@XIP_@uB_BgAp@o@AHy@Ak@{@QoAAClB",
    "mmaC_}rDQx@@hBTlA|@J|@^hBa@x@Tz@@n@Kp@O^UA{@j@uAbA[|@IdAY`@Jj@^ZIvCwDVi@No@T]r@_CYy@s@e@c@"
    "I_AuAuBc@WDUXyBvAaAx@w@dA{@z@qDdBwBbByBdA_@\\",
    "y_lBimbDt@lBrCfFm@\\u@H_Aj@{@DiBc@SgEEsD",
    "sdlBylbDa@?s@K_@l@{@l@eAf@kBbAmBj@c@BsBEyBDa@dB{@n@q@bAAb@`AlFLnABnAYdBUv@",
    "e_mBclaDPFxHKfHQpGQfGQ|FO|COzCMTM",
    "ihkByoaDuAaBw@gBm@eCE{AKgBiAi@_DDeAq@wA{B{AsC]_A",
    "y~kBsmbD_@H",
    "sssBuuwCKd@cCbH}@jBo@j@w@DiB{Am@McBb@c@}@s@_@aACkAXqAl@`@fB`@pALxAPdBzAl@~AEfB\\b@g@Vc@l@c"
    "@z@St@V~@hCnB|Ad@jBnBW|ARhC`BfBrEpBbCzAh@tAMv@g@pBiCGq@OYSeAm@eGDuAXcCxAgBfAPh@YtCqDnAKxAb"
    "@^YX}@qDyEoDsDkAQgBsAmB}BNaBViA",
    "uwpBsdwCHjADn@VdENhAXrAzG`BQm@DsAJ}@Yy@|@SZ\\Tv@QzB\\dAJd@@zAPf@Bh@m@IRlAtAvC\\xAGfJd@tE@~"
    "@",
    "gdpB_nuCxA@ZCrA_@~Ay@v@mBb@oAnAb@NITe@|@YhA?hDoCPYdCXdEdAvCxA|CzC~@vBhA~@fBl@zDQ`E{@pE_ApB"
    "b@xCYdFmAjDWhDl@Za@Fg@Gw@Wm@g@a@Ua@Ac@l@y@|AmAf@o@",
    "kskBecxCU[}Be@y@d@[MY_@MWA[K_@k@OoBRm@m@OYIu@Km@g@W?g@Dk@WcBMg@UO[]o@aAJw@Ii@q@eBe@aB?q@Ek"
    "@_@m@c@}@m@_EQ_@]c@Uc@A}BUc@i@i@g@aAa@kAWe@a@Ge@_@g@Ig@LYGe@e@_BmCM[",
    "cboBspzCs@Cg@F_Ar@k@~@Qr@e@fAg@dBk@fCGbAQhA_@xA}@bBIR[dAu@zCm@|@g@bAQbA]|@aApAu@hAk@tE]bBS"
    "jAHvCK`AVvBl@nFH|DGfB?`AKh@KvAAjANTVPFNS`@[~@[fA",
    "_f|Bsc`COeAEk@d@mIJ_GCs@U{@e@cCQaCw@gHy@qBuAsAeAbDuA|BOjCXpBTrDMrACfAWxBUzCClBJdB\\rAx@`GP"
    "XfAj@",
    "oiwAofiCkAz@eA[uAlAm@Pf@t@h@fAbBQrAcA\\s@Hm@[eA",
    "ks|AuanCn@J|DzDx@?lBqA~D[~@WlAt@z@Ap@dA`@Sg@yC}@oH@yDMaDN_D^cBi@cGBeCd@gDuBXd@cAb@g@`@F\\A"
    "bB`Ap@RNKEgBXgCg@c@o@Ig@y@WaALqBc@mBoA{Ah@Ln@x@jAnEVhB`A`@x@PZKb@YBmAC}@W{BGoDc@{CBi@H}@_@"
    "{@e@g@w@gCoA_I}AsIFi@R]G{Aw@oKUs@YuBE{DIaC@aAFmAb@uCb@}HBiB]s@p@GTeACkAw@}B",
    "oasAyymCBT\\If@FT}@SYk@EUZIl@",
    "kwoA{qpCVt@h@SLSKuBa@[a@n@?rA",
    "}}qAmvoCJJrB_@^i@LmASYq@OiALo@v@?fAPf@",
    "uqqAgsoCXLrCwAr@i@bAeB_EzBeB|A",
    "wbqAcroCx@@t@wAoAm@WZO^Kh@R\\",
    "ikqAqooCm@l@dAHTTx@_@`ADj@}@HaAUg@{@?mCrB",
    "uvrAoynCa@FqDQo@JDtA`@`@fBTbDu@t@iAFu@?Wa@SkApA",
    "}zjBu}{C@a@JsAtBeDNeAEYFk@XY|A_@VPTQ`@g@x@_@DQT[JCDPPVz@^VMTYXy@b@q@\\QP[BScAi@Mi@FmAHIXXv"
    "@Tr@JX?pCmC~Ak@v@KDLYnAk@`B@Xr@f@\\Pb@`@\\n@VRVCTW|@qCjAmBFYVE`@WJc@Qa@Ua@i@SKQG[Me@BKZi@j"
    "@g@vB\\^RPYLi@^Ef@e@p@c@n@IbBs@d@ATQVg@Ri@HwAhAe@hAYBLAtABn@n@Zn@B",
    "auhBen}CCOw@{CYcB]uDb@oCHaAN_@bBeAFWO_BFg@Vi@^qALgAi@sAI{@QsAKm@AMX_@Dm@EaALq@b@]Ti@Ju@IqA"
    "YoBx@eCnC}CdAmBE_A]w@w@s@i@yAUkBASAmA`AyHHmAF_BBY",
    "okhBqu`D_C`As@d@Di@Hc@Eu@BoApBg@jAM",
    "wjhBsz`DHw@Gc@",
    "ujhBo}`DUTiAFwDkB}HkCsIcCoAMoA[[o@]a@m@uAeBgCuDo@cA_AkCyAcIcBeCUcCAuBlA{B`BWz@bAe@`BwAb@Cs"
    "AjGk@|A}AfAmATmFi@uAw@W[",
    "e_mBclaD_@m@g@Dm@ZUTGVEXYDm@R}@n@o@l@m@`AOhA?rA@t@CT",
    "ukmBc}`D_AfKiBxJe@vDO`BKjCCbB?v@FjA^l@hE`Cf@f@x@dBv@fBJb@BTKb@gAt@iAl@W`@s@h@Sd@K`@@lAVjBI"
    "nAVt@Rz@BhBc@rB",
    "kjbDkeyBuAz@{DvEcAt@gAf@w@Hs@o@Sq@g@eCg@OYn@Q`AI|AJbBf@vAVjBN`J?hBMdBa@`DQl@s@x@Mj@AlAGdAa"
    "@X[b@HjAPlAV`ElB|LD~Aj@~DxA^fBzAv@fAp@|ARzBOv@Iz@?~@Nt@p@`CRjBTn@Jx@C`ASx@{@xFaApFMZC^d@~@"
    "ArBIrBy@zGGjAS|@[z@a@n@{ArAc@Pe@@Gw@a@SFw@f@kA?i@S_@YQw@sAy@cAkADiAd@u@d@k@hAk@zB_@hC@`AD`"
    "A?`AWj@gA@c@eBEsBXk@Kw@Uk@_@d@]fAoBlA[@ULq@v@Wh@ZxAnBR^bAa@fCs@lBa@xA]`B?xAPzAo@Em@P_AnASD"
    "SK@xGj@`Gt@_@l@kBGeC]_CN[\\J`@Zd@Hz@OzBkCr@MJ}@CeCp@_DFw@Nm@rCkDP]l@iCfBcEZS^EHp@MjAE`A@dA"
    "Ct@q@jBEr@a@jCCbDh@bAn@kA@}@Fy@p@sCN_@~AsChA_DbDkDPI\\LXRnAtAZx@@zAv@fAlAHz@m@p@yAh@Cp@mC|"
    "@Qr@lBHyE?}EMaAYu@aCgFOkADcB\\oAl@q@t@Sd@m@\\kATdCSbEC`CPn@`@?^MTm@PeCl@uAP}BRQh@H^y@RsCB{"
    "CPcCX_CLgBVuMBi@Jc@\\u@T_ABu@EeFIw@UY_@j@Wv@]Z[`@q@hCSR}@Cc@OQq@I{@AeAb@mEJsC?eCIeCo@_FEyC"
    "BoEGyB@gAZmBFwBqA{QYsBQyBG_D}@k@y@aA]D]NgAa@YA",
    "sh`D_wmBr@rAEgBMaBs@eEe@}@}@{Cc@kAsAuCmAcDYK[AWQq@yA}BeHiB{EkBuGs@qAM]aB_G_@c@a@[Wa@Uk@a@o"
    "BOaCHiARkBYsCQcAeAkHS}@[d@Ct@L~B?|@O`ARhBq@zGe@pDAz@r@hB\\^`A\\\\\\l@vA\\pBFz@Ll@fClA|@p@"
    "\\d@L|@IlBpBlKb@dBd@xAn@|@`Ad@t@lAb@fCj@xBv@xAz@nAv@z@z@f@Pt@J`AZ^\\Nv@`A",
    "sbcDiiqB_Ax@_Aq@}@Ls@jAPn@@t@qBsB_@D@jBDzALvAVfB`@zAh@`Ar@h@Vd@Fv@AdAJ~@t@ZrAzBrDnAp@t@^fA"
    "`@~@RNF]@YYgDDeAJaAGcC_@{BOgCEgGWkJ@k@Pq@dAg@Ze@MgAYq@c@@_@l@qB~A{@nAu@dB",
    "smcDomnBb@Jf@EXw@j@sFr@{@z@k@\\e@Zm@rAsFDsCMsAYkA[SeAAc@IoAoBEk@?wDF_CR{BUy@[w@[mBEmA?qAGy"
    "@W[kByASEmCpA[zBAf@ThCPzAn@lCb@xCXdFNjAj@nCLnA?jDF~@?|@wA|GGl@?r@N~@b@lBRd@`@Z",
    "ufdDq_qBg@f@k@Ou@yA{@^c@fCQp@IvABrEL|DKf@[`@Wj@St@Mz@CrCc@zBCn@Fp@x@IDh@At@Ra@`@wB^s@IbEI~"
    "AA|At@gA`Am@Pe@GyB@}@Z_C_@wG?y@Dw@XqBh@}AX?~@`A^UPeGX}FP_ALcAKw@YTa@bAi@d@S^Mz@",
    "grdDejrBg@|AGbABjAQ^_@Hg@d@]dAP~@EzA^tBCpEQ`AA`ABfAGv@o@~DI~@Np@Bn@]Bi@nAWhBDX`@qAXKlBT`Aa"
    "@j@Ch@kCd@W\\}@p@}CN{Ac@{AIiA@gA`@JZW`@wALq@Xk@f@cBz@g@T[n@sA^iB`@wDP}DwCp@wCIkDk@q@r@",
    "ocbDmlsB[HyAc@c@PW`A]RW`@m@y@k@`Ag@|Bo@vAk@`AIp@ZnAFbBClB_@bFH|@b@vAV`BAf@H^@dATMPHP^\\`Al"
    "@SRSDy@Lg@PWn@cBTkA@oAJiAVaA^s@Jo@By@@uCn@wDNm@h@k@b@{@Ny@L_BHMZDXMEeA[q@e@EeBZ[T",
    "q_eDwvnBk@dA{@Q@lDIr@u@rCGxB^tBVt@j@nA?b@Qf@}@Vm@~@GtDk@lC@|@P~FEjB_@vA[d@Ot@KtC@~FBvARrAz"
    "@zDnAtCj@IJj@YfCH`HPfEXeBPiBPwGR_C^qBLgB^_Bj@yFZLl@bAHl@DfAJ~@t@dBj@vB`@dCJxB]|A]f@i@rAMf@"
    "m@tG@xG`@|BrAlFz@hA`@e@XoCBy@QgCA{BRi@VFFPt@`DVh@`@BXI`DmCbCkCdBaCjAeENsC?yC`@aFBkACiA_@kC"
    "g@eAWq@Qw@KiABiALm@~@cDt@cBpByAXo@Ze@^O^?^ZHx@Ct@Br@n@fHz@_Ax@kALs@F_AHi@Je@Z`B^lAf@Rh@?La"
    "@L{Dj@{@t@L`AfBJd@LxAfA|Fd@bEh@~DP|@Xh@d@Qb@m@`@yBKoCe@yA]aBe@uIAyBGs@}@yCs@_BYSqBw@m@m@gA"
    "?{@Yo@iACkABoAKo@Qi@Wu@]g@oA][a@Ss@_@cBa@Vc@f@aA^w@rAe@bCE~@IvELp@v@dBYHgA{Ae@c@yAo@U_@Mo@"
    "_@cCWmCQy@Ym@YG}A~A}@m@OqCMsEKy@a@w@i@Pw@jAu@XQ}@SyBS@gAf@cAYSqCL{Ct@cM_@eB[AcAvBaC`Dk@bB["
    "xB",
    "yqcDk{nBT\\FkAEeBi@eJHyAgAgEk@yD_AeEIeBy@aEu@kG@yAMk@GaA?y@g@cBK`AJ~BAz@EZ?vBLtDMpEXtE\\~A"
    "h@bAn@h@p@hB\\zBDpBlA~JbA~C",
    "sxbDmoyB`@rARWSoA?[O}@]UY|@d@dA",
    "uqbDg`zBEfB`@An@_AD_@AYGUgAh@",
    "iybDkd{BHLNEOmB[]UJf@vB",
    "{wbDks{BX|AT?Cs@[mBI@E`A",
    "mkbD{akB]pAe@U{@VKj@@Z~@nAh@sAjAx@b@a@n@\\\\aAK}@mAeBcAV",
    "qd`D_cmBZvA^cBAmCIe@o@U?tE",
    "yuaDu`pBbAb@NoBo@eBw@h@_@f@Nb@b@z@",
    "_yaDg}qB]PUOS}@QxAk@hALjAf@Fd@Oh@\\p@QZeA`@}BPWAs@K_@DGCWEOIEYv@_ArAK`@",
    "}waDolqBh@d@HWDw@?g@f@oE]]UVW^SPS~@Bl@Ej@RzA",
    "gecDe`pBLNLC^h@JmAIcCq@cBK_@MSOAOf@Cz@^rDP\\",
    "agdDogoBDh@j@CNDf@jBVZbCb@fB[b@{@VaBDaAYeAWo@sA{ASeAk@uAyA[GTKJQBm@dAq@l@JhDMv@Gp@",
    "s{aDmdjBLdAP^VQPc@Ht@n@R\\pAl@V\\KCiAuAkBu@i@m@mAWIK`AK\\",
    "s{bDsnkBv@NP?j@uBBs@b@y@Ky@m@MoAkA_CtBSh@f@XZnBz@|@",
    "o`eDwfoBFD\\yACeBi@wC]dC?z@B\\[hARd@h@@",
    "azdDcloBH^JaA`@}@\\iBT_@MsAAgC_@}@MSUaAKCIv@ThD_@fEJzBEZ@Z",
    "_|aDgvsB?lA|AqB@g@A[IQq@h@a@nA",
    "oxbDsnsBc@@IIaA~ABn@G`Ad@lBDd@Tb@dAwAXu@FoB[aDY\\",
    "s{bD}crBj@|G\\aBK}@Xs@Do@I}@Yy@E{Dy@{@UAFl@AtATrE",
    "kecDibrBZXx@oB`@s@F]Yi@iA?e@lAEn@NrA",
    "gpcD}urBo@nDr@wBz@qA|@eCl@o@J[Cw@a@IMByAlFi@z@",
    "yxcDqgrBAdBRe@bAeEPgAQo@q@hAc@rD",
    "ywcDqarBiBhCiAfFGpDDdA`@mAjAkBr@WNSE{@`@u@BU\\Wl@yB^W\\XdAtDhA~B@q@]}CS_GKmANqB@eBw@n@eAl@"
    "u@`AGj@oAfC",
    "{bdD}qsBNhAPYVBh@~@`AuAHaAo@qC?yEOu@Qe@UUm@tCORk@bAHjCCpAZt@",
    "a}bD}`tB@l@vBiDD]?YG[wBnE",
    "qzbDkcuBIf@HAFFXpA[xCPnB^FJKEw@GWDiARm@LwAVu@KuAgAIa@n@",
    "ebdD_epBLDYyBSPEJ?v@d@\\",
    "}rdDqnoBCx@dAuCNiBWB_@f@YxC",
    "gjcD}qlBEZ@Zx@t@PADwAMi@[b@Wi@KZ",
    "u{dDyalBF~@`@yCLe@QaCe@~@?`E",
    "igdD}dqBdAF\\s@d@{Ci@_@i@F]t@]fBD`A",
    "wjdDipnBNbA|@w@Nq@Gy@]SO?]|@It@",
    "_mbDevyB@lAZi@Dy@Ai@Ks@Ql@CdA",
    "{taDcfqBK|@NzALRNe@f@[@o@S?c@o@SK",
    "oxcDk}pB_@vCj@?NoBSc@GC",
    "k_cDgjrBNb@HEF}@Oi@EBKdA",
    "}~dDq`oBH\\N}@MgCIUMtAJfB",
    "qkdDshqBHz@NOL[TwADaA_@b@Q`AQb@",
    "ki`D}nmBd@ZFgACeA[DKTAtA",
    "owcDwsnBCvBp@b@h@_@XgA?YU@s@}@OMWn@",
    "iuz@un_BBjAP\\ZDh@s@\\J\\Bj@}@L}@`@q@dARx@@n@Kj@Nb@`AZjA^|@~Aj@p@?l@h@`ANl@b@pAR`BRv@v@RVv"
    "@lA`BzBr@h@`AdCjAzBp@`AhA^^^Hf@En@JvBV|EDjBBr@p@pDr@dDXlBNnAQbASvBQ~AE~@DjATbAb@j@l@L`BvBj"
    "BpDb@pAHlANzBG|@Qj@SfBAt@N\\^DXHTZRGRL?j@Ep@@r@L`@HVI`@S\\[p@i@~A]PY^At@Ft@VV@l@_@v@Sh@Uz@"
    "QpA?t@UbAKv@?t@a@t@]f@Sb@UVCf@@z@]bBw@jAk@lB[lAu@~BApC`AfD`AfDkBEoBBsBn@mAl@m@Ta@r@OrAMbAA"
    "bBq@nABjA@jBU@mC?{C?sCSw@YcAaCi@g@g@{@o@oBe@q@_@}@m@}@Sm@OOe@]Nz@J|@BvAQ`BNfAV~@?hD?pF?nE@"
    "`G?dH?bEYg@a@a@m@xA_@f@[F]Ae@SuAiAy@}@cAB{AVs@A",
    "_|z@{|wAeAxFq@tDy@pEo@fDeA|F}@zE_AjFiAhGTbARt@AzA\\n@\\\\d@jAVbA@|AEbNDbCRnBRx@Jj@]nBY`FSj"
    "@YzAKvAD^p@h@Pb@D~BTl@b@|@VdARn@RZHrALvAl@v@FhB?vAWtAoAvDGj@l@nBXjA~@hF@j@OlBaBzMOd@]l@o@E"
    "iAr@c@x@C\\FPf@f@j@r@Ln@BlAIpBPb@j@l@b@~@d@hB~@`DTj@Hv@b@PbAlBHv@It@a@j@W~@EpA?r@",
    "e}z@}ppAh@lAt@vAbAPXj@E|AUbC?fBRvBn@`ChAvAdAn@t@?t@HTL",
    "mmz@uroAf@mAtDcGbAiC~@aAzC}ENgAPcFT_Ar@qAfCmBr@w@t@cBnAgAvAoCr@uBx@kAtDkBxAkBhDwCjAaBtDuBt"
    "@w@rDsGzB{AdByCpHkIn@iBl@aDbAaBjA_FpBcCjBmDf@_DfAiETkB~@iBBuEj@aB_@o@a@Ui@iIVeDnBmHh@oC\\y"
    "Dj@mBbAgFh@kExAuCVu@LkAp@s@@}C`@kHp@wCrDwGBmBLeEf@sEdEwSr@eEp@aIj@uDp@cIhAuFn@uEp@iGBmCxAs"
    "Fn@_FrA{DrAoCb@cBrB_NNmCnAgGnA}Dp@wC~@iCdKgLhCoDl@sARcCGkAg@gAw@t@a@UY}AAoC`@wD|BaJIkAWsAn"
    "@kDt@gCXiB]oK[eB}DuKs@kDoAkBsAcDaB{B",
    "mau@em`BOTMR?h@Cb@I`@A~@Kh@Al@?`AD^Ev@UfBF^TTRZR~@\\Aj@[\\b@HdAGv@Ct@Ql@w@Bp@pCV`AEh@]b@UB"
    "q@u@a@mASk@_@Qi@b@w@fAaA~@Yb@o@Ig@Ma@r@a@j@GvCYlB]rAe@dBc@`@k@?}@d@WWUeAIg@_@QAm@Dw@I_AYw@"
    "aAsA]c@Gq@KeADe@Jm@AcAQyAWgBUeCG}@Wg@Gy@KcA[kA?qAKc@?{A]{D?g@KIUJQj@Eh@GPQCSW@e@Lc@BUEc@]k"
    "Aa@wAgAwDk@kAoBoAsA{@qAy@mBsA{CsBoBsAcBwCmAsBaAcBsA_CoBsGoA}Dw@kCg@wA_@uFc@{GO{BEk@OPQ\\S@"
    "UAKOPyGA}@IiA@g@`@w@v@oBTcBLuAd@u@f@q@Ag@W?{@f@k@M_@C]g@",
    "}xw@icdBa@kAU?YHm@lA[j@a@d@]J]BQAKp@M|@c@h@i@h@a@bAUl@[v@YfAW~BKtAMn@Bn@[xAUn@c@^eAb@e@nA_"
    "@^c@pA_@Vg@Ce@f@]lAS`B]t@OdBPrBO~@_@p@q@t@m@MWPMp@Ix@SjCIxARtADz@IpAo@d@k@^Y|@]Pi@Cu@O]c@S"
    "IUNo@`@y@d@s@Um@Im@Um@aAe@B[k@e@eAa@gA[Om@`@}@p@c@|@YP[l@u@?y@Wm@mAo@W_@S]JsBlC_@hAg@La@f@"
    "u@j@]j@e@Z[|@k@d@g@TOp@?^BVh@`ClA`GfAfFnBjJ~@jEOFaBxAW@c@UWc@UCU`@a@j@U`CQ|@g@p@i@nA]rA",
    "gbaAeqmAKrAG~@Ql@Q|@Q`@Mv@B`AGpAGhAIPYRM`AH^Cd@Id@Hb@CZQVQzAAzCRrALbABh@K|@PfATvACz@Cx@Az@"
    "Ex@Fz@Ft@@z@GdAN~@Hl@@l@OfAi@\\_@F_@e@WKk@`@g@|@s@Fm@Ha@Rs@Uu@T}@`@s@\\q@Eg@Cg@a@e@@]{@Ou@"
    "Oe@i@][RW`Bi@x@Qh@]PcABi@Co@\\_@?[t@Y~@AtBWzA_@`@Ox@BnANnAAvAOnA?nAKnAUbAGlBBnAMl@E`AHr@Bf"
    "AA`AKr@_@dAIxB?rAM`B[l@k@Ns@L}@Uw@Y][}@gAs@i@[YYSu@l@o@x@g@nAeAtAJT\\fAArASxBP|Fv@fKTbFG~@"
    "RpBjAtF@bD",
    "y_cAkngAHnNXzIh@`Gf@hC`@NXh@N`AZt@h@j@Tn@Br@f@^jANl@h@JbAXt@d@f@P`AAzATnAl@`Ah@@d@}@p@i@`A"
    "Sr@Nj@r@d@pA`@pBb@Ph@kAr@U|@\\p@Ib@s@v@ElAf@xCm@hFaCdEq@pFl@TgCMiAe@u@Y_AIeAYu@m@c@Qe@De@G"
    "_@Y]Mm@C}@I]OWAi@FeC?mBKuAOq@IMI]Cs@Oo@kAaB]u@Ao@KaAm@mCMcAA_@Oa@u@oA_@iACeALmA^yA`B{EjAcB"
    "`BsA`AY\\Z^U^kAt@y@pBaA~FaGfB{B`@mA~AiC|CgExB_BrABdCy@xDyBjBuBZqBdAqBjBqBv@kABc@^o@|@y@`Ac"
    "BfAmCjAyEpAgHvAgE|AeBl@eA?_@L_@",
    "it~@ufkAKy@a@_Fq@gIq@qI}@mK?yG?iHuAsF{@mDu@eDs@{Gc@{DgCm@gFaBqBo@sFgBuFiBcGEyFEaEhFsCrDcDd"
    "EIh@KdDJ~D",
    "sssD}{~Ah@vAXqA^gAXgA`@}C?oAGsAAuANmDd@{CfCyJh@aBn@wA^U|@UZOr@}@n@gAvBsE|@{@`@iAzDoFt@w@bA"
    "?v@o@k@]IoAHqA}AdCcBrB[|Aq@DyAjA{@dAy@nAaArB{BxAQ`@_AtCsA~B[dAaJxQ{@hDCrBJj@d@`BArBJdB^fB",
    "kasDol_B[VsAwBk@rAw@f@{@VVjDGnAMnA@tBXfBr@vCV\\XNtAJNnAEtAm@pBc@|Bb@tBz@nAx@h@|AWbBHRj@?hA"
    "Lv@Pp@p@hBx@zAjAxAXRdAL|@r@Xp@\\f@`Aj@~@tAVNbCL|DBv@Ht@K\\a@~@}Cv@s@z@?pAv@NK~CgFp@w@r@i@~"
    "@]z@m@b@mBCoCo@sAiAh@[?[W_@Fa@RwB]cAj@cAx@_AJ_AKuAaA[FsA?gAwA[aJQwBY[QFYz@`@jANx@BlCQhCk@j"
    "B_ALy@gA_AM{@dA{@K[m@_@S_@G[Yg@wBYeCe@gBgBoD]Ua@KiAFu@_ACkCFoC|@mIBu@G{@Qu@}@?_APYr@[f@",
    "mcmD{~yA?O?iF?iF?iF?iF?iF?iF?iF?iF?iF?kF?_E^kA\\qBEsCe@wDQyB?cB?iF?iF?iF?iF?kF?iF?iF?iF?iF"
    "?iF?iF?iF?iF?iF@kF?iF?iF?kC?mA?C",
    "kcmDeiaBQ?w@@k@PwGxFqAbB[V[@[H{BjC{DhCeEdC}@Z}@JiCl@iAh@iBbDu@p@q@zAeAbB]V]JeABeAQ]F[PY`@K"
    "`Ak@|A}@f@y@rAu@bBe@bBk@tAcAb@eABoFxNKlAAhIX`G{@nAoA\\sBv@mBpA}IzIo@\\eAJgAEYPs@~@[f@o@pBi"
    "@xBQ`@UZK`AQlED~BPn@v@TdET`CWzA`CBv@Gt@oApGm@pFg@bBy@nAs@~Ao@jBcB|Du@fA}@h@iBrCM`A_@lEKhCA"
    "x@Gr@{A|BUb@g@vG_@`Cu@n@}@CiDsAWA_@R[l@G|BXbCF~Ba@fBuApA_@V{CX{@T{@`@U^Nv@\\Zb@Jx@f@AfA_@j"
    "A]xAW`@[TaA\\aAj@k@j@k@\\_BRgAx@eBWvA|A\\ThBa@Rb@k@bB_AbAWd@Pl@hAzA^Jx@FbBg@dAq@PcARg@|@aB"
    "l@s@v@Qz@@hBw@fFg@t@WdAmA^Kb@VvANXE~@aA`AWZPZDvAo@bASv@aA\\{@`@w@^kCn@eC|@kB`CqDXk@p@aDAkB"
    "QkBZd@^EvAgAb@sAz@gFd@{BvAwEX_Cb@oBVi@Po@P_AVi@zBaBT]VOzAIr@ObBmAr@W|@Mz@]\\]Rq@JuBp@Lp@Sn"
    "@i@n@Y`@b@H|ANBZQLH^j@Vx@l@G|A{@h@c@b@cA\\kA^y@d@k@o@dBoBfMZFZKYvA\\J\\?~@e@|@KRPM^U`BQbBz"
    "Al@zAZfBt@hBBt@_@v@Qr@Pp@f@h@EZgAJu@Nm@f@Fd@VaABSz@OfAm@~@y@e@yBHwBpB[LYT}@nBo@dBe@tBGl@@x"
    "BJz@lAtApA`AxB|BtBpC|@]v@kARSx@i@b@MhC^jCNz@Av@W~@m@|@Th@r@l@FvAuB",
    "y}pDku}ATFHs@r@m@r@kCAyBEa@]AqBjCKj@FbCRfA",
    "_{oD_}~Ad@`@XYJkAIgA_@y@SQWf@GjAPbB",
    "onsDkv`BLdB`@{@VsAOg@e@UQfB",
    "qdsDa}`BDx@PAn@qBF]I[w@pAM`@",
    "a|qDgobB@h@f@UJDbAwB?iAQ}@]Hq@lAWlC",
    "{rrDm~xAW?g@uAa@YUf@b@pG^i@vBkABkB\\c@RiBf@sBFkAW^WjAiB|CBp@Sh@",
    "cfrDkqyAFZ^SzA_DMuBi@{@}@`AS`BEt@JnB",
    "isrDwlzAIpAj@wAScBCu@@]j@s@UsAY[MG?tBKt@P|D",
    "mjtDcnwAF|@RSz@^^GPw@DYu@RH}@kA^WX",
    "wpnDyuzAVB`BmAVy@qBL]LEnABV",
    "aopDsc~A\\Dr@kBJi@Ew@_AmAi@dAGtCXx@",
    "empDs`bByDjAKA@YAGKRBt@\\LXER\\r@fBb@Qj@VjA@bBm@Xf@b@K`@j@NAF_AA_@g@[DaBa@q@y@Du@a@sBJ",
    "ugrDigaBlBNf@Qb@aA^gB^WLUmAmAeAWoB`BKp@?^@hBD`@",
    "iirDuvyAmA~Ai@[WLq@lBAnAGbA@\\Zh@Ao@RGhA@v@]lAG_@gAG[h@uB?w@A]a@OQ?",
    "ymsDsdzA_@PaAGU`A_@TY\\Wj@?XDVLRCl@VE^Vz@u@TKDo@d@mAdAw@c@m@]K",
    "o}sD_jwA{Az@_@bA`@\\nARRg@lAi@JiAd@XSu@p@y@LoA@_@w@d@_ChC",
    "ypnDipzAIp@nAeAlAsBd@]XkAo@v@qAt@qAbC",
    "g{pD}taBPz@h@EPQ]KKq@MOUh@",
    "absDgaaBJ?@{AGo@_@^CrA\\V",
    "uorDyjxAFxAj@YHSGw@g@AML",
    "s_tDqs_BBX`@][{@KC@bA",
    "qguDmv|ALjBHPLg@n@f@Tj@X`@v@Gt@]r@w@l@eAl@mBZqBMcCPwBvAuAR[d@uBd@s@p@gBJm@TcCDoAQgFFsBWHYl"
    "@]^eATu@zAq@rDGz@Oh@s@jA[p@s@bE]h@a@P_@Zu@tAo@`Ba@dBWlBQjC",
    "yptDqc~AJFVoCBkBFoAJo@c@uAOWYl@CdBUtAN|DZx@",
    "utv@{~mBHN^xANlAg@pAKvAU|Aa@|Ag@pDGdAHl@d@Z`@pAHdBEp@fB~CXXPWToAXaANUFAFNB`@MvCJz@`@n@f@tF",
    "qkv@mklBN_@dCiIrByKVyD]K[DO]Qu@L}Bw@}AU_AMDe@lBs@|@aAzAi@Rr@}AvA}BXsAVqB`@p@Nh@PVN]@c@r@GL"
    "a@LQEfAIj@Bt@P@Lu@Pq@XqEx@aBZ_@TM`@aAj@c@x@gBhAiAvA[jBPd@f@Vt@JV~@z@VtALhA^rAc@p@nEzGh@f@|"
    "A\\T\\Zv@BrAChA[v@W`@y@hDgBrEQlAOpB\\t@VT`BH`@l@LdAb@x@~Bv@`BD^aAFwD`A{HNwENXb@XJt@H~CJt@Z"
    "Cv@y@hAs@~AsIH_APkAhA_@~@y@bAG`@^b@i@D{AfAh@|AMpAg@v@Rn@`AGhDL^",
    "cus@wimB@cAPoARaAf@cA@WOc@kAaBGi@AuAFqA`@wBSkAe@{@g@o@GSFg@Vk@t@kA^E@wEAgFGUSMOc@IcAUWk@r@"
    "k@n@QOMUIWAS",
    "qzs@}_oBc@|@gAjBCt@Dr@SrCc@Re@[IZFXP\\D~B}@z@]r@eBYe@LYMZeBd@kAAa@]XUp@q@~@{A|EiBr@sAEmA]}"
    "BuAyA{CgAcAgFsCsAyCa@Sa@SgAsBg@{Ai@k@{B^mAj@w@Eu@\\U`AWZaCEkB^iFbEkC`EiAlEsDhG",
    "gzu@aqmBJn@XkBC[@aBYYQAMLIrBFr@V^",
    "gkt@eolB\\D|@o@l@_BB]A_@WaBa@a@K?_@pBTh@IdAk@r@Et@",
    "i`t@{xnBDt@h@aBWOI@Mx@",
    "iwu@ipmBVp@Ho@Qq@E?In@",
    "gygDctgBJDFC?OGQKGGD?NFP",
    "utiD}plB`@VNwAEeBUmAWYCGWeBEv@NxDPhA@~@",
    "uhjCaklCYfBe@zCYdB[rBMx@YbB",
    "smjCewkCHt@PpAz@z@z@l@LVDb@ZdAv@x@n@E\\O|CdBfACx@`Ah@z@rA`Ax@@tAg@fBiAh@k@d@@|AIxAc@jBk@t@"
    "SlBe@dAr@`Al@r@^j@lCPr@RfAHp@G|@_Ah@Yz@Cr@Tt@Rh@?d@Ib@OZyAPu@?SNCp@RbAjAv@j@x@LlAAz@Mh@c@l"
    "@a@t@Kj@Dz@JpAd@~A^bA@VGb@Wt@k@lAu@|@a@PINKhACjALx@Yn@gAAy@RYSONHjDGdBM\\y@h@mBEaAn@gAv@e@"
    "|@Oj@BhAf@tA~@h@d@PvD`Dx@bAj@pAN|@Fz@e@vEGbA`@jFFtAK|@e@TIr@Cd@dAtAdAlAV?bAlCrB~Gz@`BBl@Dn"
    "@WpACbAXdAh@nArAbAhBfAn@h@b@xD^zDNbAv@vEbBzHXdAxCvC|CdDZ~@^tC\\dDZvAbB`E`@tCH`BrAt@`Br@jCP"
    "x@XjDfCj@D^WXm@VkAJuB^s@l@m@l@An@p@f@t@Zl@Zr@r@pDtA~F~AvD`@v@Th@\\|@Pz@V`EJjDEd@M`@s@p@iAp"
    "AaBn@qAF_@b@Qn@Cf@BlCFxC^bDA|AKzAyAhFa@VcAD_@Cc@WYNQZCn@@hF[hBu@nCk@bDg@dEe@xCOnAXf@Lf@Bt@"
    "Ex@Bf@Qp@UN?`@`@l@\\AVRl@~ARPZF^Gj@e@L{@E_AHc@^DnB~@hBnAPt@Vv@p@VdADp@Gl@{@h@w@~@ArBF~@?d@"
    "Sb@Ln@UR\\R@Ns@HCJFHNF\\@zIjAAt@Az@Rt@XZ^d@p@",
    "kseCab_CFbARr@XkAPa@PXZCr@sATtArAPH_A@{@l@j@`@cALyAJWN]`@]^_B@eBFwB`A_Mf@i@zEmAJoAOqEDcCfA"
    "oDRyBx@gBx@]z@L\\f@PdA}BO[Xa@l@b@Ah@Ur@@bEr@nBhAvCU~DfA|CB`AlCb@WZc@xEoBLm@b@a@f@z@\\HtBq@"
    "zAd@`@~@@bBpBS~@]tA`@bEm@p@JfA`A\\r@h@Rb@gAZ_@XRb@z@bBZzAG`Bw@KQ",
    "eabCor`CO_BMwIO{BBcACSe@}@GWOoDOcEQeAMQyBwAUy@}@LEMEcA[gAi@{@]UkBe@_As@SCiDJc@SEQIeE]_@EOH"
    "iCEyAa@u@@_@V_A`@i@NIjCf@x@MZWBQCg@A_ASeBE{@N}IVgFKeF@o@BIP?tARfAsCj@{@zBgAt@MnA_AhAkChAoC"
    "\\yA`@{C|AiH?mAJm@zAcE`AkChB_F",
    "gtaCczeCsE|BeD~AiGzCmEvBy@R}QgB_FnAgAj@IY]u@s@u@eAi@gAWeBAcA@q@LaBGo@SaDuAkBy@cDwAwBaA]a@]"
    "_AOw@d@uABkAW_BMsCBoEFyBa@_F[}Bw@{@e@e@OYO]{@kDu@oAs@o@y@Dq@`A}A\\{ASoAq@c@g@i@c@@g@n@c@Zq"
    "@H}@[c@}@KyCsC}@aBQm@]Ey@l@cANk@m@i@Ii@p@Ux@g@fAo@Ly@e@{@qAy@sBs@oBLgJFuE[mBe@eAYiB@}A[oAY"
    "uEe@s@iAa@yBU}AaB}AgBM{Ab@cBn@}Dj@qBfBmEK}By@s@oCvAg@Pq@JcCAkBa@qBmAUqA@_BAoAAoBf@eAV_AFq@"
    "[[[s@Y}A}@qBe@eBc@o@u@aAa@_BOy@_@y@Ic@Fa@Ni@Pm@?m@Mo@Ok@D{@HcBZy@RgC^gCNu@\\cAbAeARo@Y{Ak@"
    "y@sAkCm@_Bi@cAu@H]E[}@u@w@aBqBa@mAs@e@i@Iy@Yw@i@q@_@oAE}BQeASaDOqDEUAkAh@s@`@UCuAqAcCcB{@k"
    "@",
    "abiCa|mCa@Oq@?i@Zi@d@Y\\_@Q{@Uq@NoBdAO`@YfDSL_Ae@s@Ry@t@e@r@Wv@[zAIfAKvA@tFRf@Nr@Cl@Qb@c@V"
    "a@NQd@WjCQRg@?kA]_Ao@[IEbCe@p@s@x@UR",
    "mo`Ca_{B`@NJGAqCoAuDu@sEe@zD`AhB`@tDZv@",
    "}f_Coj`Cw@nHsAzGiAzCkArEuBbEu@`AwEhCwBp@cDp@qBhBe@Dy@]k@@kBpC_@hCm@fAg@pBYvByAvDaAlEaAvCy@"
    "|AwAd@gAh@GdBFdCL`B`A~DNtBhA`EpAdIb@hAbCfD~AjEpB~ItAzI`@nBdAVl@I\\a@K}AGkBh@Jd@TtAdGn@pBHp"
    "CVzD^jDNpC?pAYhEAlEMzBKrCf@l@b@TfCNjCn@xBtAhAtA|A|Dx@dN|AlE|@h@vCPrEv@jAp@zBfHH|AWbAGhAHdA"
    "x@zDz@fC`DtAz@q@t@YhBCjD`@|@bBbBfAzAlBlDh@tBtA",
    "qa_CoqaCo@eDQYOJk@QUyAQq@SDGZDhC?pBV|IXz@Jp@BbA",
    "uyfBstfD@a@Hk@`Ck@V@p@Y\\G|@Op@_Cv@kBDk@?iENwABaB`@lAQ|Bh@r@r@XChAULEjALnBfBzFTXL`@t@UbAdA"
    "~@HVmAzAiBj@Dg@r@e@bATj@TZb@NdCvAm@x@f@bAl@HX\\Fh@hCxB`FtHtBvAnAzAfACxAlAbFbAtC]hBXv@s@Fe@"
    "CSIYRIh@CPX@x@RNlAa@R][{@q@w@HIHa@TCdAFx@IxD{Bh@aAtCgBbAoBd@yBCoBQmD]k@gC|@gCdBSEk@oAqA_AV"
    "QxBhAl@i@fAsA?i@a@k@Iy@Nw@GiAu@oAqAoA{@mA}@o@FObA\\bAr@lAvA~AdAdAX`@Vr@Tt@bBx@h@hBDTiA]eG_"
    "@_Ca@yAu@Mg@cA_@?Y^kB\\s@uAeAK{BsA@OrAPr@BhARf@MP_A]y@uBgCi@{@Uw@Be@SmAsBiC}A_A]v@XfD?dAkA"
    "uF_@{@e@g@yA[Yg@hBL|F|AjBrA\\~@hA`B`@|@N|Ah@p@x@PlAtB`@~AlAhAp@x@NTZv@TBR_@@iAEuBe@sAQsAVk"
    "AQo@_@?}@TaAAkB}@Pc@l@CvABfAy@x@uBX}CQm@qEaDw@gA^GlAxApBt@dAkAd@qATmDGyAFuBo@e@u@Rs@FyBIiG"
    "eAiDh@eACkB}@{AEeAl@e@t@EfA_@l@UMPy@BuAwGcBa@e@nBM^yA{@gCDQ|@fA\\dBKnAJd@x@P~BDpAa@jASXYGy"
    "@LK^r@ZfBz@VfDe@pFTjBr@dAExB{An@gANqCEaA}AYo@@k@a@d@Wv@k@d@wAx@[d@kAHqBKoA]YiAPaEKuDnA{Bl@"
    "yFWqCgAXS~Ch@pCAbGoAhB[pBJz@Wb@oAYyCu@a@]f@c@Bc@_Aa@e@[qAeBmAk@E}@c@g@HWb@_@\\eACmE}@USg@q"
    "@`CTjBb@dAHHk@Yi@g@i@SiAk@_@o@@cBMeAQwBJsDZsBbAi@Em@QUWzA[Bi@I]sCw@aDKZm@`JbAzAm@fA?n@XfC^"
    "XUYoAqAaCE_@e@_@sEiAeBwAm@Kk@DeAIeCX{@lBw@`@mDhCFg@tCyDx@m@h@{AMuAo@y@kD]]a@Cy@Xe@~@@r@WL}"
    "@Si@cBkAu@Y}AYaDz@K^j@jACh@g@D{A_CmBQm@[s@QkArB_@d@WLW~AWDa@o@{@YsAOiCV_AQ]@ZuARW]mA]]_Bu@"
    "{AW{@s@oAo@Jc@Vk@r@CRWaAw@yA_ANWbA[r@RjAp@xAlA]Tk@~@|@tAjIdFzCbAhAIP_A^m@b@_B|@@`@TN_@YeBs"
    "@oAwA}@g@gAg@uB}BmBuDsGuCwAu@_BwAi@kAiAy@GkBcA{@oAf@C|Ar@t@RCuAYwAmAoAsJiFe@d@k@dAoBO_CcCa"
    "BoCr@Vx@z@pBpAr@J\\INw@f@Ob@Jb@g@D_Bm@mCe@}Ag@gA{CiEa@oBgAy@{AL[Q^gAbBy@Dc@mI}A_D@o@m@uA]a"
    "Ay@`@Y`Dr@dBXl@?b@P~BDZeFS}Bo@BIwBw@eAmAOe@]w@}@{AL_BMV[tBe@Z_Ag@a@m@Yg@EoA{Bo@u@s@HkAw@iA"
    "ReAc@aBWcJIIq@jAKfGMdC@x@LRQC_@o@o@Ws@aBaCsBwAwAT{ArAcAH]Xq@pBUBHmB_AwANY`B^hA_@x@cAN}@c@{"
    "@a@]Tc@rC~AdBTh@MUuAJcAkCiDm@QmAJeAn@{@G_AWHm@hCQb@e@Me@}Ae@_BgAkBSuAu@OJOT]dEmA`D]D\\iC[g"
    "@a@]Ka@f@K`@o@n@}CQi@eBqA_CSgCx@o@@oAOeCo@oASg@?IWd@OJM\\IzBXvIG^[Do@c@cAg@g@aCcAgCIoCyBw@"
    "yA]mCwAqB}E_AG[V{@AiB}@}Bg@i@QEo@h@y@tAyAn@uBH_@WzAq@dA_ADaAa@a@q@BaAG{@i@G_@Ag@Ok@wAcBoGa"
    "ASZL`E^|B?zAu@{AeA{Fu@uB{@cAk@Oi@a@w@UQZQ|@^zECdA`@zA`CnEEX]Iq@a@_DcEkCVAOj@y@v@w@NcAGuDi@"
    "iAwBFiAIa@`@gAAq@cCcBKwAvAgBx@uArAWWl@cEp@eAjBe@rBwA\\e@E]cB[gC^uBgAa@R{Ae@w@p@a@MUeAqCi@{"
    "Af@q@f@WlAa@zCgArAm@h@u@HWi@n@q@Lo@WuB[m@{CmDcC{AmAGgCkEg@c@c@IHo@hA_@B}@cBkAwB}B{@Gc@`@uB"
    "x@eA`As@^a@E[q@a@UiAJk@^c@B]PGh@~@l@lBxBjBhCb@fA`@|DtAxBDtAa@f@}A_@qBqB]wB}GgIgCuDwCuCuA]i"
    "@`B`@`C~@pAo@d@HbBLt@Hv@?r@m@MqDgBm@oBi@sASgAeAcAcC?E[~C}APk@u@w@qCmBkAJm@XuDPiClABxB^r@\\"
    "\\pD|A\\j@w@NwBm@_@h@d@hBFzCLzA?rAOl@o@sDOk@gAcAYgCcAaDmA}Am@YuCBaAb@w@lAi@^eC`@o@h@GV_@Dy"
    "A{@{@I_BzARdAETsBC_BXwDlCS`AHnAfGvApBrAzD^zRw@M|@yLbCYd@LnA@`AIj@_@f@u@RmBIu@Te@a@MmB_@W}@"
    "^YtBQJ]sA}@DaAEuAL",
    "yjpBc|qDf@k@`@cAGaAcB_C{AyAY_@u@{AjBcFzDcAvEiBnAw@zBsBtAgBnAAtAXfC|AlAn@j@LH@`B[jBEtAF^LxB"
    "vCrAlAl@Z`@j@ZhA|@~Fl@~AHz@IpDHbBv@nAf@d@t@FbARz@n@h@~@n@pCnAr@lAMv@u@tBi@vAY`Bw@vAk@lAGl@"
    "t@b@r@fCh@lA^bBFf@e@nCWjD[p@?N_Al@{AxB}Cp@w@~AaClBeCLChACjBBbA\\j@f@F\\i@xBJ^TL`Ba@tB@\\d@",
    "ajcBk~hDp@Nd@KMmBSQ]G_@z@FfA",
    "glcBkbhDAfCp@IVs@Da@CmAJqAMg@SE_@fAS|A",
    "a|pB_xrDhB`@J[Uk@[wAk@Bk@`@a@f@t@n@",
    "wcgB{anDb@b@dAID]Q}@i@Yu@DQXRz@",
    "_geBi{kD|@@f@Y{Aq@oCq@K]QCWd@Cr@NXnDh@",
    "s`eBmokDt@?~@Qh@e@D_@kAi@iAWc@l@AhAT`@",
    "}jmBu|sDJb@Pb@l@b@bCrCjATXV\\L~ASZ\\ZRbAFh@GhBu@|@y@`@s@aB@a@KaAHe@s@sAD_Dc@y@ReCwBi@B_Aa@"
    "Y\\",
    "epnBmhtDsCj@q@?iApAe@GDp@hAVrBLPH`BGv@aA|AQ?U{@q@{As@",
    "}mmBcssDIt@Cl@r@~@tBrAETf@T|@N`@OCgAHUl@\\n@e@@c@M_@m@q@iA_@q@JeDaCQZSp@",
    "}tmBwssDhBl@|@g@Xg@@yAMu@q@]_@TGNy@PcAv@`@~A",
    "ydhB{`qDa@RuAEOFJ^d@b@lATb@t@VPbA@f@Jp@n@f@c@HXFl@TJbAPNiB_@g@Wk@e@Ga@B{@cBsA[s@Aq@J",
    "eugByrpDpA|@]oBk@oB{@_A_@VLt@?t@LXv@bA",
    "_|hBgyqDgArB_@bAX~BdA~@jBJjAEn@_@Da@ZIhAj@p@D~@a@Pw@cAeA_@u@kADSNi@HY_ADm@S]{AT?yBa@IODYXQ"
    "j@",
    "ckkBcgsD]L[GUJm@z@q@VC\\l@\\|@F~@IPe@R}@t@}@Fu@m@Im@`A",
    "u|kBqbsD\\Zl@HVO`@Kf@D^q@Ag@m@w@yA_@gAJSPVbC",
    "gbkBuasDq@|@k@EKW]K{@`@Fv@rAfAz@bBjAVb@KdAx@t@|@v@jABf@H\\nE\\hARnAWd@s@K[oAIAo@S[YOQ{@_@O"
    "{@Lg@k@UE[b@Kq@Jm@E]kAoAa@y@o@e@k@DMw@Lw@Ec@g@yAk@CUnAA`C",
    "cmgByknDj@B?m@Yk@g@[s@Gy@CQV`@^rBdA",
    "qkgB{pnDp@FGs@i@o@O_@Gg@c@[s@d@A|@Xz@vA^",
    "}vfBofmDZ^`AY|BRr@]g@}@sB_A}@B}@lAFn@",
    "ycjByprDcA`A]Sy@Ek@Tc@h@k@@Yt@MfA^t@j@VJ|@QvA`B\\rBLj@i@xAjAzAvBh@LBe@~@YrAAA[OSgA]M{@LkBM"
    "s@Ae@m@i@yCRQg@JYlAk@K]w@[w@COk@ASGK",
    "qeiBokqDGFkAoBqAa@Ee@_@e@B}@Qo@i@MYO]Iu@f@]j@e@bBN~AbBjAnA`@pAtAf@dA`@NTERQh@?j@|@fCp@t@M@"
    "}@^Dr@fAp@V^F|@[dD|BzCTp@M?kAcBaBqAcA{Gm@oDiEi@yEi@mARm@n@G@cAWiA}AeBq@k@sA{Bg@[m@?m@^F`Ab"
    "AvBbBdBKhAg@z@IdBAbBjAbCP`A",
    "ox{Aq}sDp@F\\YiAeAwFcCaB}B}Dk@KdAJvAfDdAvDl@pDrB",
    "sakBm}wD`Al@dBcA`AuAc@_@qDEk@l@GX^hA",
    "qfoBuv|DpA@tCsAZiAY]gAAqBdByB\\hAv@",
    "shrBsk~DlOj@t@_@uY}Bk@K_DOgCZf@T|PzA",
    "cklByt|DkAZeDEyAbEs@lEqAN_D]kCMgANaCz@w@h@n@`@tBd@RlBuBf@cE|AoBJcEe@yDhAwDxAlLnBd@^x@rA~@d"
    "Ax@f@~BdAdAXzCEx@Zt@v@t@h@hCHdAw@WQIa@XoAcCoA]m@XOb@B~AWZ?nAn@lB^lBF~L|@bAU\\yBuD}@[iBm@eA"
    "s@m@cBwBWGtF_B~A}@hByB`@cBlCsAQkBfBFpAkAkAi@{Jo@aFo@uA@",
    "w~kBip~Dw@JqHC{@ZUbAo@V_ADaDrAw@Jo@m@e@sB?gCLaAQi@u@OcABcAWy@i@}@EeC^c@Xb@p@LhA|@tCcCFyD]o"
    "@k@cBeAiBHq@GY]Ic@y@DoAbAe@JcAQY?cAZyHp@kBZo@Vm@NmIAkFPuAf@iAjA[nD`An@|MvEvBdAx@~@~AjCn@h@"
    "~EbAr@DfD_@p@BjEfAfAj@bAt@dBXhBMxM[~@g@r@iA}A_BpOb@fQS\\KXe@fEWtC]~Bs@zBaAg@]g@QkBG_BFiD?g"
    "@aAcASu@o@rD]zDCzBf@pCPbC@|FKvB[dDgAv@i@T_@Po@}Di@gAa@gAo@zGYvBe@tBy@_B_@_KYeBTcBh@oBViBu@"
    "bBWzAyAPk@Ka@m@Ec@LeCrAeBZ[mACe@P]n@w@h@eAaAQaAFkCn@mC`@_A^yBrAoBx@",
    "kwiB_d~D]@[KS_@UQmCTeE~@{@^qA`AcAlBt@nAdAhAVh@Yz@Jx@Xr@kBy@cF{Da@Kc@DeBd@{A~AU^Of@In@Dv@Fd"
    "@p@VTVs@@{@\\u@|@}@X}EUqC`@mAfB{BW?u@YWcDPuAXuAt@rCxAyBtAmE|@yB`AWZSb@nAn@pAXnEBxD`@vIVr@L"
    "JLRh@bC|A~BrBr@dAf@`BNx@]x@Fz@~Al@|@?jAGjAXBf@Cv@PhDV`Cb@tBd@`Ap@P`DHzBpBbBfEr@lAlBzBSj@a@"
    "n@z@tAzA~AAd@_@bAMdAdAz@bC^bCa@~@i@z@_A~@k@`AY|FoChFcFvEyAhCi@bAg@`Aw@v@}@t@mAVo@DgAQi@WUi"
    "DQ}@H{@d@u@L}B{DiUkBeFQeF?b@q@\\aA`@MlDb@hGd@`C?dCYdCLhCv@hC`@fCL|GEdA[~AaATa@Ri@P}BSa@[Q]"
    "K_AA}@ToCfA`@mA_L{A_EoAaBKcBBTi@?g@eA_@q@MyCO{IB{BU}Aw@bBRbBBl@KhBo@n@}@gC}Bo@{@jCHl@R~CrB"
    "vBr@pCVpCA^Oj@mALg@EUm@}@WcABy@`@It@v@p@lA`Af@dAK\\]Xm@XQ\\?|@P|@b@Up@Ex@Zl@Rv@_A`@s@v@lAX"
    "jAb@bAx@fAl@nBBjCVxGHbCiAVa@XWvAe@|BqBbB_C`AK`Bi@t@e@p@o@Ny@Es@y@WhCy@fCmAq@Yq@KsKzA[Kk@m@"
    "NMbAIzA?TIb@o@^{@Jg@Dm@cAeAe@_Ax@[dD@v@FSxAr@|@dBp@fAWv@wBhAqAZs@RkA\\u@t@aADg@E_@g@cA\\w@"
    "d@q@@[c@c@_@Ka@BeBh@w@p@QCe@kAq@OgEW}E~Ay@Rm@FVi@Lw@a@SqDn@sAAcEaAeI_@{Bp@EZBb@DHfAj@zK`@j"
    "GbCmJSaAL[lBYH_BN_A^_A|@cAh@i@EMk@Nu@H{@EaAIu@mAe@oB{BuBsAcCd@{BhBmBrCiB~CwBdEy@dAu@NqFlEY"
    "Dp@{CzBiGtAkEPmALkBE_@I[}@uBoAw@VoAS}@sAo@mACkAd@qC`C",
    "iwfBiu|DEnAyAGiBrAsBj@a@^Wf@eAnAa@rArAFrBwB|AcAvBy@~ACh@WzCqE\\o@vAmAf@_B?kAwBPgBn@yAjBQ^h"
    "@j@i@t@u@`@",
    "iyjBer~DvB~@fEq@Wq@m@]_CJyBt@",
    "glpBe`}DeDFeDQ[PtE|@lF_@tEG|F`ArAYaCaAkCSUg@u@GyDCoBbA",
    "mjeDkwnCDIZGnB}AzAx@VhAVVd@qCz@C~AaCh@XHr@r@vBhA~AVLXEC[\\mBrBk@h@m@TKqByB]UT[VM|APn@g@fAL"
    "n@_@eBwBCgA@u@s@_Ds@wAeC{B{@Qi@Da@Kb@o@b@UdABfAgADkAkC_NAk@TsBDqBdBaAj@G~B_Cr@aARRBdBPV`@R"
    "PuBZsArAwA^m@OgBFG",
    "_cdDkgqCMsBs@yA_C}Ca@iAaAwA[@_@GGe@G]YY}@q@gA}@w@QeA_B[i@]?ESQo@U_@]Eq@W_AMk@oAMy@[}@}@cAg"
    "@eBo@mBUc@SEMi@MuBUoBKu@u@{@M[KIWF_@a@_@e@[L]\\]~@Mp@Wh@Cz@WZq@JsAh@u@@]^_AN_CWs@LUd@a@^S@"
    "[u@_@sAS_A@s@Pw@h@q@ZoAXqAN[Jg@@{@Gi@_A[qAOaAPoBKcAWq@Bm@?Uc@_AsA_@]a@y@E{@Eo@Ss@a@_A[]_@B"
    "a@\\UZWGSq@MIe@CK_@OsCMuBCoAa@gCKqASe@W@SVWLa@KWRMj@q@\\CT?rCYbAc@|@q@x@[JOf@",
    "ypgDczsCZ^d@S|@KlAdBj@`@^bB|@z@`@|@j@jBZhB`AjBf@dC@rBi@tBCdB\\nEQzERtAjEvCr@hAjAbEzAfAv@nA"
    "lAn@r@hCt@lA`An@p@z@lBBlAh@t@rBdDbCV`BKxC?rBL`Bb@[R^TvAGdBw@`@m@f@aATo@n@gBtEsA|AU`@o@n@k@"
    "hAY`A",
    "mldDqvpC^`@?{@Wq@WENpA",
    "urdBgfiBr@b@b@Go@yCW`@_@LNlA",
    "e`hBqtsBwAvF}AhGgAnE",
    "chhB_~rBu@vOEdBCl@Ch@EhAi@^oALy@r@a@vAALQbAEn@DlCJrDRrBK|CBbAFl@b@t@n@r@pBvC`@Vn@Bh@d@p@pA"
    "hBrHzArH^~F`@rFnAzCJvABp@@tBH`EJ|ALZtAz@p@dA\\lCHxCPlDHvCLnAZrAj@vAd@r@bB^r@hEh@|C@~@h@fIf"
    "AvFDvA?dAxAxEV~@VrAWpAWhACVf@dAfAvBj@fAHf@DrDJp@Z`Ah@hAj@v@n@f@l@LXWNu@X}ELo@\\i@z@yBz@yBf"
    "AuANDJVTxBRl@d@N`A?p@OHYHs@Lk@x@tAzAfC\\VTX\\~Bb@fCn@dAl@z@Zr@d@|@hAxCbBjE`@hBb@zCRlDT~D^p"
    "Hn@lDf@hC^jBNxA",
    "oheBkriBDANd@l@YTmAZKp@qBHPs@`HRpBpC@~Bd@tAAj@i@RkBDHDz@Xj@`BHj@iA`@sAd@c@E`@k@pADrBlAdCp@"
    "F^y@N}AFkCR{AJ?IrACbA?lCe@lBx@`@T@l@@Fg@H{AJWLzC\\HRAzA`@REB[Kk@BeA\\t@DjBPNt@Mx@w@b@w@z@m"
    "ArB}ERaB`@yBV{Bb@qEIO[PM]p@WHW@iAAyAe@_@c@OOu@Iw@xArAtA}APy@Gk@i@Ey@@a@i@ROd@@L[?cAJLN|@x@"
    "j@^k@BcBFm@Za@bBgG|B{EpBwCfDgAbJBRUUa@_@WqByBROtBjAh@Fr@rCvHVd@D",
    "}bbBolkBAaAMaEIkAKy@JcAJ}ADsCOk@Cw@@uA?aHG_@IW?g@PiAPuA?yBDwBJu@GkEE_GDqBKoAEgE?aEUqHeAMoA"
    "Ye@wBSyCDuCOq@_@qAy@sB@_COg@[]g@Om@_AWoBWqDd@}B?YOcAUcASSk@NEEGS[eEBu@f@cCD}ADkCH{BJm@Tg@H"
    "YrA{FAwBc@wCUiA",
    "krbBglqB_@i@Ea@Fk@N_@BcACm@Kq@BiB?_DEkF?mCeAiBaBqDq@uD[kCa@oMW[[UcBgDkA}@y@c@wA_@w@JaBFoAO"
    "aA{A]Yi@O_EzB_EtBc@K[No@~@gAfCi@vASr@cBfHc@hAc@f@e@L]CYa@e@aAw@]m@DoFiGWAcARmAb@gEjGcDlDsB"
    "x@eCh@gFJmDuJ_AqAmAiAWKgCw@mGo@yFRq@NkBn@cDxBgAtBmBPoAU[sBoAwCy@}@}@oAaBaBoAk@iAqBw@a@cBC",
    "krbBglqB`@iBl@iAp@_@`@u@PiA`AqCtC_HNEVKj@`@Xn@PPZ@fAd@v@l@@d@[xELtB",
    "m}aBosqBXw@pA{Ex@aDHc@Fw@EWUQu@UIOAm@FqA\\qB\\iANM^C`@H~@zAZP`AGz@Qb@o@hBuDtB_Ep@YHSFsCAqD"
    "Em@q@Zs@JO_@h@_Az@_AT_BPa@Xa@^Q\\[T[`@Kd@Sr@}Cr@wC^wBHgAO{BNo@x@{Bn@uBKqDIuC?}AGu@",
    "ww`B_`uBE{@_@SqA@}CZ_C_@EEyA_DcBgDsCOaDQ_CGwDMuCIkDMEkAISQA}Bh@wBf@GqCiBwD{@c@M_@Q}@K_BEcA"
    "Uw@OgBUsDy@}Da@aGEyFE}DQe@?oI@sI?}G?cJ@wH?qI?oH?iE",
    "k}bBkxyBwBo@}Bq@wDgAeEmAwEuAq@s@aDcHiAcCsCcGoBiEoC_GwCaGyBmE}DiF_H_J_H_J_H}I}G_J_H_J_H_J_H"
    "_J_H_J",
    "wcgB{u~BaHdCqG~BsG~BaAdAqCxF{D~HGDG?uD{DiFuF",
    "_xhBac~B}@xSm@xPClJA|AQ~@k@`AmDlOd@zAY`Dm@dAoCxHS|@Fp@dBpJPxARtMLlIRfMT`PRjMV~QV`QpCzH`GnP"
    "pEhMhBpHlErQzAbKfAfEb@vA_@xGw@nN",
    "gps@}buBLh@PZb@hCJJ@eBRMXb@Lr@UdAS?UP}@vMLrAd@`Cb@nBb@dAl@fHf@`N[pLLnKK~ACtB\\RNAPiAA}@QkA"
    "GcBHu@PrB\\r@RPRx@SlB[nAGx@HbADhFHEH_@ZAB|AAr@Vh@Ff@SZUPYCWrBE|Ar@vAPfAZtANtAD|@SbEc@hC]vA"
    "g@R",
    "{gs@eppBHzA\\x@t@p@z@F`Bm@f@ENWDm@ZcAp@yA\\Dn@SpA}@b@Gt@t@|@bAtCkBhBkA|AeAXYRDPb@R~@FPHPJB",
    "kcr@mupB?]n@_CfAwCxGsMfBwGv@iEt@iBvCuE`@uAvC}GpBiD@eAo@yAUBY~@g@fAS@[a@?a@",
    "ugq@mzrB{CMYS[s@OiAAeAEs@Wq@m@Ma@EIa@HkBPeGBiAEu@MScAKaCTYQs@sCo@mBa@q@[M]`BmBhCQGKGAS?_AY"
    "y@y@s@w@}Ay@cCq@mAi@WOc@Ho@AeAQ{AWs@_@MK[Dk@Em@]mAcAaAg@Va@vAm@z@{@^m@Ka@w@]OYTMKAo@MIYXWD"
    "SKGWCUMQs@Py@[aAeAi@_@UFWc@]oAcAc@mCP",
    "mq~D_yu@_ADy@uA}@cA_Aw@aBcCWQ_AY[]]GZlA`@XDZSj@\\|@?lAb@zAw@c@S{@Ha@WcAc@_@Lq@?g@m@LU?QO_@"
    "GGl@i@ENv@^`AFf@t@`Ab@Zw@FoAwAo@mA@~Ad@vA`@v@d@Nb@l@PfAAp@Id@e@~@h@|Bo@OYVc@fATrANj@|AnDf@"
    "vAn@x@A|AZbAjChFVp@lBrJdAzCf@t@h@j@dBfAl@tAp@dAr@NA\\a@PYl@Rr@d@^d@HR`@{AWYXEx@Ir@UbAmAh@e"
    "ARM^IjBJt@Nb@VJv@Dx@Wd@aAjBT\\LLK{@eA^e@XOZVPb@Dz@R`@\\Hh@q@h@eAz@gAGj@o@jBWfAv@x@v@j@p@Xj"
    "@f@t@~@\\TlA@h@RLrA\\t@bAHWNOZl@zFHhBFpDZdDpA?K\\}@l@JfAbA~BZjAZrDf@fD~@|D?`@Un@Yh@Az@F^\\"
    "FXRlCr@n@x@d@hBj@xArCfEvAdDPn@Vb@|DlAfCJhASfAg@d@MjAV^Zz@Yl@RLSPq@I_AJo@\\a@Re@VY|@K`BP^Ab"
    "A_DTg@lAq@ZDh@tAXLrCHtC[v@_@HiAqBkE`@ZdApAj@Ki@yACg@Fm@z@jA`AHFeAEqAMUqDk@aA[[k@jBMD}@Mq@{"
    "AqA`ATjAGEuAQcAoAAXm@@aAUCmAvAy@^VaACi@MQo@MLKj@Or@q@Ds@A}@w@sAa@p@g@M\\e@P{@Ke@wB{C]tCGq@"
    "Ao@Lg@Ai@Mc@q@a@cAsBq@s@g@`@Yl@Bm@Pe@DiByAaDaB{C_BcDq@y@kBcAcAZQEeBsBi@_@e@h@WNVkBSo@sAwAk"
    "ByAoAe@{@{@c@ADm@Ek@_@BIQZWwAwAo@_BYUU[[cAa@U]HU`@Jw@f@]k@o@k@_@i@Vi@d@h@{@Dc@q@i@[Ke@lAB}"
    "@Gw@w@yAgAuCUr@C|@BlAO[CcAHyByAaFOWSO_@EHa@Va@WqBOaCS}Ba@{Bc@kE[k@kAM_@]w@iA_AeCc@kBm@wGYe"
    "HiAwEkB}C_BwBe@WaAG_A`@tBZJfABdAM`AUv@w@t@aA^]xBEnCIzBYjB",
    "i__E_hv@jAbACm@MeBa@s@OAa@g@@tAVvA",
    "yb{Dm{p@@v@DZR?ZEZYRFLIS_AaAa@WZGR",
    "{f{Dslq@WjCp@[Tg@g@eAGA",
    "c{{D_po@?l@x@QAr@m@ZOb@o@IIv@Hn@^d@|AP|@fAr@KLDz@lAbAVPEIcAq@aA?}@Mq@o@c@?aA_@y@R}BKoB}AEi"
    "B`E",
    "q{_E_m{@C|@h@UNo@n@o@FOB_BWm@CSKGSr@e@fAOtB",
    "at~Dm}|@Ir@]c@U{@e@{@D~ASTyBbAYv@YNM_@QOk@b@cB`BG`@Bp@Ct@Mh@a@Hk@}@SG]xAKp@DASp@Wp@k@rCDr@"
    "Jl@g@fCXHnAWAZm@bBg@jC]tAmBfGN|AA|@Lr@e@jCVj@NnCNVAr@k@LYTWh@Mq@SMs@bAmBbA]XOt@IdCUx@i@Jm@"
    "QMq@HaC^oE?cACaADcAP_ANo@Vi@G_Aa@[St@Q~@sA`Es@MCnAa@pAS|AW|Ge@hGeAtBGv@h@]LPCZg@p@m@X[C[Ps"
    "DlDuAbAyEnB}@Fa@CaAe@y@cAq@gBk@uBm@w@u@m@[i@[]qCLq@z@_An@_@b@HjAd@nB\\xBXrGPxGXxBn@~At@bAz"
    "@`@V|CJxDAn@Sb@Gv@^nBPOX}AVe@fA]hAM~@H|@d@|ApAZh@Xp@h@rBHlCAjAMv@oAnAlAnGdA|Gf@nAl@jAh@hDj"
    "ArCp@nBf@tB`@zBhAnD^rBj@~AnAxBrAhBdCpCb@n@f@b@n@i@Hm@JcBHc@|@]pAn@LIBU?qCMg@PWRHDb@K^l@f@p"
    "@@LOBYKk@Og@yAuD}AsFoAcGUeC]yFVeB^aBnA{DlBiBdAM`Ag@|@yAx@iBnBuAvBcAbA_BNy@HaA?{@I_AKo@Ua@}"
    "B{BeCeAW@WKa@i@{@_BOaAKoESkEa@gFs@qCQwATqCSu@Wa@YQl@iCr@oEJ_AG_AM}@`@OR{@n@iEM_@[Tg@pCGkA_"
    "@m@_@Wc@CnAcDZFb@Vd@Nb@M`@c@NcATcCLo@hBmG_@GuAdCOi@M}@DeARs@\\a@@{@Ww@@g@n@oARGHb@Mv@JDxBq"
    "Cb@sB\\aCBr@ChAo@rCmAbDMj@Jx@ZNTc@b@mCXeAfHyUe@_By@qAMc@Ik@XETRXb@Tj@\\|ALT`@aALg@?o@F_@XI"
    "d@_BVo@g@}AA{Bh@aCn@wB|A_EtAkE}AY}ACj@xBSdA]z@_AtDEt@_@r@Oh@",
    "am|Dcei@]x@x@XZURYHe@]B[O[L",
    "wyzDsck@K~A^@~@[Pi@LIVn@b@@HOOq@wAaBOyB@e@eAIOLEPBTZf@?l@En@TVKh@KJ",
    "kaAm`s@R\\`@Az@tBCwAPa@r@FFRa@VGJ`@p@a@lB]C[tA?X`A^`@l@^ALGPqA?a@e@}@U{@Pw@j@e@~APTKo@mAs@"
    "Hw@w@wEX",
    "kaAokr@VHAaAFi@i@MQr@\\z@",
    "qaCgrzA@@@KBM@M?AEJCL?L",
    "_xCkvyA?BBEBI@KAACFAFAH",
    "_pDcxnAv@|@ViAU_BYWOCUxADl@",
    "w~IcjlAP?VGLE@IE_@KQWBOTAd@@H",
    "_|cBij}Cv@Ar@AZE\\QLc@Ni@C[q@iAGUDIEa@e@oBCm@N_@XQnAa@d@m@Ni@PKXL`ANt@U~@mALeAFs@NSTZXj@t@"
    "BLIBW@UN[LObAnAXA^]N]`@P^b@KdAPJd@Ej@[",
    "i}bBea~Cn@QhAo@dBf@fAo@x@Cd@e@d@}@[i@YMkBGoAXmCfCc@Ae@ORe@b@Qr@c@h@s@aBOLYJm@fB}CQk@Y{A_@k"
    "AYSk@u@{A_D{@aCk@wC_AgLSgA]oAg@NYT_B{@eD{Co@gCo@}@}D{BgBc@aDIuBUkCGu@jA]v@q@\\mAT",
    "}pdBme`DDlBAvEDd@b@zAb@`DHjBHTrCARRBTGZBZJTEb@Yf@m@Xq@@YCQZSj@@x@FhATdAbAnA^ZZNLRDZAVo@~@@"
    "LL`@P^zB`Ar@EZ^HF^_@hAa@XJNRl@T^b@?l@y@vBSV?l@[v@]dAAj@@l@N~@p@tC?\\CTQDKJBR|AfBJPd@EDPCZO"
    "Xa@J[XWr@^pD",
    "i}bBea~CFj@Rn@hAbAlAl@d@EZWLWh@Wv@Kb@XVVTCNSL_@NcB",
    "cnbB{`~Ci@Q{AGeAb@{ANgAo@w@h@}@]",
    "}adBum`DlAf@RGEKcAWWB",
    "}zcByk`DlBPd@MDK]G}AA[JAD",
    "ulcBkf`DfBrAFKaAiAm@@",
    "mpcBei`Dr@HVO}Bm@mAMMDlCz@",
    "yhcBy}_Dv@pA`@WFQO_AqAiB?`C",
    "oxbB{m~Cw@|@IRCTbAVhAkAn@PPc@?Wq@QwAF",
    "{hdBgp`Dp@BM]o@WY?d@p@",
    "{s{@k|qBZ~BNw@@gBJg@TWJa@?s@sApAGbB",
    "io~@a}wBLVJAFU?g@IJEBAFON",
    "ej~@saxBBBFIASEGCDCLBL",
    "mvz@mgrBA^XQ`@eA`@u@Gy@GSc@t@a@bBE`@",
    "kj{@iyqBZNjBoBvAsD@}AUFWb@a@~BgBrAi@pB",
    "smpCqrcCU^Cp@Bx@VxBRvAXtDTzHEv@aAtDWhCC~AZ~C^rDNf@PLnA}@v@F~@b@bAGt@SdAfAbAg@h@k@\\}BJOjCb"
    "C`@FvAeAfAeAXSdA[|@ObAk@rAx@`@E^g@NsABoA\\u@j@K|@n@xA`A\\KXQHQLiALQRAd@Ql@u@jCcCPy@?aCDu@P"
    "w@fAw@jC{AjAiAd@`@dA^d@`Al@UjBcAx@Kb@VFf@j@l@h@c@pAq@hAYlB{@JwARyAXMbBNxA_B`B}Bh@g@XOVNZ\\"
    "VFr@u@bAkArA}A~AcCf@iAPw@Tu@rAuAbAcAnAqALO\\o@l@}@f@QJ`@Fb@`@Gr@_Av@_Ah@}@j@}@Hm@QmCY{BUYa"
    "@qAMmC@yBc@iDm@uDqAcEc@_Ag@k@iAoCOWa@e@_@GWP",
    "krlCcefCYhA]fAc@Ck@{@yAyG}By@uB\\gBf@_@|ASbBKp@a@x@sClCuA~BuBhDyAhAmADk@bAaAbCy@xCeAlCo@Ea"
    "Am@qA{@o@\\k@f@MfAYhC]nCm@p@w@hA]z@eBhBOj@S\\YRST_@DwB_A]FSJ?VTbBP`CQ~@q@ZmBPuC?k@~@m@`Bk@"
    "fDQfAWRe@[EeAAeB_@c@UZWnA{@fAm@`@i@KQ[SkCa@Si@HOZQv@q@Xs@b@o@j@aAfBsAR_BAq@@e@Fa@GaBiAg@Eq"
    "@Ho@L",
    "of{DqtcBHf@JEDYC[MKIH?T",
    "ojnBqfpAVEhDd@`Ap@pCvE\\[`@k@\\M~@t@~@|@dAvAx@tARl@xApD\\\\XJHGJkAv@sDxAiFXWPG`AJ~D`AbDv@v"
    "F|AjGlAdDn@lCL?fF?tM?tM?tM?tMAtM?tM?tM?tM?jEBj@pA?zD?zC?|B??vG?hI?hI?hI?hI?hI?jI?hI?hIAvF?"
    "\\",
    "oqiB{`dA|@}AtD}I~@{A~AuEpE{S\\_Cf@aIl@oFDiCUmAJiBV}AfA{BR_Ln@kGI{ETiE@aCIuFd@yGlAsGdAmKHoD"
    "EuMJ}D?aFZiFJ}BSeBK^SNMeCAuB`@cHlAiH`EgNn@wDXyCvEaSzAcM`AgKdAsDbIsf@fAiE`CqF\\qAp@eF~AuHV_"
    "HFgIKyF",
    "y_gBczpAyA[}@aAw@Cu@r@y@BWGgBD{@{@gA{@g@s@y@u@mAw@i@Du@RgARg@d@o@rBgAhBw@~@}@rAQ^[PODsBMiB"
    "KoB?sE@uE?sE?sE@sE?uE?sE@sE?wA?wCB_DBODQVORw@pCgAxC{@fAgAj@aAN_AIgBPqCp@wCN{CUmBZ_AjAaAp@a"
    "AXyAOqBw@aBFk@h@[?eD{@gCq@iEmAeD_AuF}AmDcA",
    "ktrBsntAW`@oAzG_AdDiAxCKGSc@e@MqBc@m@A[g@{@]cAQWRgAdEIxCOzECjB@nCFrDx@nEJdB^~Ch@lAR`AA`AUv"
    "@o@dBO~@Bx@?nAKt@K^q@r@m@`CqAzC_B|Em@bAc@NQjAHtAZp@KdAMd@QPk@Be@MIWBmI\\aEZkADMI_A_@uC[sCO"
    "}@Se@eCg@}@a@Wi@SsBO_IEmHLoDSiG]cDNa@H}EvAkFnBoH|@cDfA{D`CcHx@gB^i@fBa@Zw@ZyAHeD?{BJqETiHH"
    "wA\\_FZuE@s@Is@o@}Cc@mBO}@[eDGoAUc@{AOiAB",
    "mrvBmnxA]vBs@jB\\|@d@v@{@jAj@pBDnAK\\In@\\`Cf@bBHjAc@fCPlFa@vEGlBKhANdCC|EGzARpBa@f@Q|BDlC"
    "HjAx@zAFb@At@gA@CrAD`AC|BHnAOzARdBGnA?dBQbGA~HCp@Yb@c@P?vAh@rB@dAEbBk@gC[@Wr@BlAGf@BjAM~AD"
    "rA^x@h@bBF~ACz@ZRLd@SxA@lAp@tFfClIz@tBt@`C?t@Dl@~@vDbA\\f@p@]`Dj@d@lA~BrErF`@x@t@tCdAd@f@h"
    "@fANVKVDR^jChBbCrA^d@Tr@rBpAtDlErC`EjBbEZ\\`@`AHbBJv@nAlEvBpFTbAn@dCBvAj@Zb@sAL`D\\J^a@nAp"
    "AdAzAnBbE~C|JfFlJ^HR?hA_Cf@Ic@jAW~@DxBAxDZhJCnA_@dB}@zB{@|CiA~LEdFmAdHA~B_@|H@~FD|Ce@`AM{@"
    "BcBI_DSeAUHEjAM`AE|@?tAZbIGbCe@zEj@~F`AxQ@fBMl@c@LKkAU?Il@ZtG\\xBdBhHt@~BzA|BrEbElLzGhDjCb"
    "BrAvEfG|AnDd@jEd@|Ab@tB_@bB_@lAc@p@Sj@W^Y_DKq@UCJbEXxS@T",
    "kmsBsvvAHa@PORLFh@Ut@W?I{@",
    "wnsBcsvAMYEa@?_@HULKPFFj@@|@KRSG",
    "mm_B_wkCOtA_@bAuBzCeA~AA`@VlAFt@Qx@i@dAC`@Hf@ThAm@|EGtEJvC?vAEhAg@lDX|G]zCi@|BU`Fa@hBu@|A]"
    "^{@lAk@~@Y~At@nAj@fAJjASxB?`AZTnBEvAEbBElCKvAGxBIf@DnB`@lAVJFX\\NxANfBNl@hFrCzATr@Od@J^^Jn"
    "@@|@G|@UtACvALz@B|@D`AKb@UDU\\_@Z[r@@jATh@RTvARdANxAvB~A~BrBrAp@VvAz@hBbBr@~C~@xD~@zBtArBn"
    "Al@dBv@|Bh@xANZFlABf@IZCJJB\\@`ADjAV~@P\\TJ`AQv@SbC[XDHFh@j@~@zAj@pA^b@jAR`@\\nChE\\n@rCnD"
    "h@x@`@v@vA`Cv@v@H`@BnA?lD?fD?rF?rF?vG",
    "e}{A{jcChA??@An@O~AEnAFp@F~@C|@K`AKbA?l@Tb@t@P|@Nl@?bAIj@@d@?^Hh@j@l@dAx@zA`@x@l@Jl@?j@m@Z"
    "WR@\\^d@V`@?x@o@bAcAf@a@x@Kx@Uf@Hr@?bAl@x@`@|@b@fA^QdBWv@?dAJz@`@v@f@hATx@VlANn@\\hAX|AFz@"
    "J`ARTdAPj@Td@VNf@@DHnA?x@Jl@NpBThBPhCNpBTxDTjDZ`DTdBPx@d@dA`@j@d@z@j@v@|@dAp@x@RXV^f@nA^pB"
    "T|Af@rCZpANj@j@l@p@b@v@l@j@l@|@l@d@l@ZbATpAZrBT|BJnA^tGJ~CJfBN~BH`E?`DJzADdAZnATx@d@nA`@l@"
    "Hl@`@x@`@zAZx@El@EnANpAPzAj@pBp@x@fAJbB?lAK|A?rAUlAW|AK`A?rAVvE?rAJxBl@\\H",
    "wlwAkj|Bi@gPkAiH{@cC}AeAuAkH_@sGw@_CQcBTkAu@uC_AcF]qCkAaFIq@Fy@\\p@^pAd@`AOoA]wBcA{BiBiC{E"
    "sMsAqAiAcE[oDGoKYsEo@eDy@kHk@gC]oG_@iBw@o@oAiCwBsAmCqDaAiBm@}Co@{HsAkIk@yFACiAcCs@eDuAiAsD"
    "c@kGiCoFoEcAsAiAeDwBwEcFcGgBoC}CkJiBkHwAaE{@kDi@mDWwGNmB`AqDl@o@JsAWuC?_GMwKiAiIuDqLa@oDS{"
    "GAcBcFoKeCsHm@iAuBkCyKsHgFyEgC_DoA{D_FeV{Eq_@QyBaBa@eAMw@e@cAoAaA^^t@?~Bm@tCqAhDuCtEsBtAeD"
    "r@_E}AkBAu@g@w@z@mBPgB_@oAyAq@eBGp@Av@O^]bCQp@{@Gs@XuBKqBT",
    "e}{A{jcC?~D?jF",
    "e}{Ao}bCA~D?bF?bF?bG?`G?zD?bCpB?dB?fB?fB?fB?dB?fB?fB?fB?dB?fB?fB?fB?fB?dB?fB?fB?pA??hC?zC?"
    "|C?zC?zC?|C?zC?|C?zC?|C?zC?zC?|C?zC?|C?zC?|C?hCB|B`@d@nA`AnAbAfB^`@T`AzAvAtBhAdBp@dCPhAFlA"
    "EhA[rCEhAC`CElCCvCEvCC`DE`DCbDCxBEvCrA?~B?|B@~B?~B?~B?|B?~B?~B@|B?~B?~B?|B?~B?~B@~B?|B?fA?"
    "TvERxCJ|BGhB",
    "_lwAgt{BZy@q@wQAq@",
    "eukBamtCfA`@Lp@`@Eh@?L^St@M|@HtABJ",
    "ipkB}btCHCz@p@j@Vf@JPWHa@A}AF_@JMZT^fA\\rAj@xAb@rAd@hBZvA[p@QdADr@E\\HzA@v@",
    "wckBqjsCtA{Ab@_C|ByEpCsCFWG[GU\\ATPRE",
    "mujB{~sCTu@To@?k@",
    "atjBmctCICMQ]m@EY@c@h@wBDkADoCGa@OOkAQ@oBCa@Om@Ii@i@}@w@gAWAUHW|@[GCiA`@aBP}@Ec@KQ]J[PSK[I"
    "OB",
    "u}_D}h|Cr@~CfB`IvAlGl@xC`@rBb@nBD`Ad@jBhA~BNjCA|BDpBpAdA~@~@StE_@pAs@tAw@dAo@z@u@[k@yAwAoA"
    "o@A_@PkADkA[}@EmAP[RaA`@eAjAq@tAc@NQ[g@iAu@iAcAwBs@yAg@MkA?c@Uy@Ks@`@mCPg@l@cAjCe@hAaAd@i@"
    "Xc@Ra@b@Ij@M`AUd@g@d@_@TGp@IT[`@sAnCg@f@}@pAYdAAfAOv@g@pASx@FjAGbANdAbAp@TXn@@pAYlAL|A[hA}"
    "@f@q@~@[\\Lb@~@h@Id@H`BKr@OrAj@n@LxAt@t@|Af@Td@CZa@h@i@z@@PPFd@RrB?r@J`@b@J~@C`BG`A]f@Lt@|"
    "@f@H\\ZXzAf@x@n@fAr@xCZvAGn@Ev@V`An@z@f@Jx@x@nAhBz@vAnATt@TzBZ\\DfCLbBo@r@Fn@XT\\Hv@Fp@d@n"
    "AjAhB~@dAn@xAZ`@t@`@\\RdAnAv@fAb@Rj@QZEtA[x@CpAQ|DsA|@g@t@kBn@u@bAE`B?l@ShARpAjBd@pA`@pAf@"
    "pDPvBN`Ah@hBDz@Or@_@x@QzAm@`Bk@jAuAxBW`A[fAEfABn@^b@x@P\\p@h@`Ar@lAXBZRrC~At@Xj@^t@`Bf@fAp"
    "@~ATh@l@~Az@lB^z@P`@Nl@|@b@r@d@jAv@lB~@xAz@x@p@rA|@x@RpBAnCNfBJlAMtBIxAKz@VnCV^DzFz@nB^fBL"
    "hAVj@Z|@h@`@PnBpAxFfDfDhCXVpB~A~@d@l@tAb@t@d@VbAw@n@BxCU?yFhB`@jDx@|Cr@pCwBnB}A~AoArCs@`Cm"
    "@fFkAdBaAr@yAzAeE\\g@j@[n@ObB?zBOnDi@lC_@nF_Ax@EzBt@`DfA`Hw@~BYbGs@dH{@zG}@nE`@pBPdCZP]DuB"
    "V{AfAcBp@}AzA}B\\oAH{BtAcIt@yEJk@VgA\\c@~@WNe@?kAIgBKkAHQdDRdBq@tAu@vBkCfAu@zAqCdCa@p@w@~@"
    "{Bt@oAlAq@zBm@pEi@dAQrBZtABjC_@nAe@`B?~@?tAGf@Yd@]fAFp@_@n@w@n@Yt@?TXRALmAp@{BFw@\\_APy@Eo"
    "AS{Co@mC_@c@Si@g@iAWy@BoAZqARkBC}@]iAa@aD@i@La@BkADeBh@yCTqAf@c@l@Uf@mBp@cC^qAHq@DyAVoBV{@"
    "Pm@HcAHWbA]n@q@RaAFu@L_@d@IZn@j@VZC\\[P_@\\a@j@mBj@[rABhAr@j@Gd@Qj@u@Zm@j@MvAoAx@w@DoBZmAv"
    "@Ux@mArAk@t@_@l@SD]AYUi@Ug@Ce@P_@l@a@|@]Js@d@s@Gi@[_@]WEe@Re@Hw@Cg@Du@",
    "cudBgnuC`@R",
    "atdBsmuCAWGMIEKHAL",
    "m}k@ymaCHlF`@`ElBtKn@zFvAnUZvMD|EF\\G`@RhNIbLD~@`@|BTnDIlA@t@a@hGIfEcBtIw@vBcAdBYz@JnCZhAJ"
    "tBLaBC{BUcAAq@h@s@hAkDxAqH_AfNUlAQ^[`@Gt@?d@oArIyA|IE~Ac@rBcFjNkCnJq@zI]jBMtC{AdD[jBo@z@g@"
    "rDkAhBP@`Au@Cb@w@hAkBhAY?h@e@b@s@KGkA~@qET}AtCwB~@_A~DkAfEo@He@?oBa@oD}B{@{@uBsAsDOw@VeCs@"
    "aA_AUy@Ik@{B{@YK}BK}@UeAMs@xA?j@`@h@Of@}@bAoBXe@Is@aB{A_B@mBP}@XCDa@QoAB[x@lAJ?Ec@K]eDiDk@"
    "eAw@}@wBeFYsLWkAoAeCGg@EyA@cFCsDBkEMsDMs@m@aH}A_CcDwCe@YiO_DiAg@yAgBaAa@wB@c@MGM?MUMcALaC|"
    "@o@NsBfA}B\\SKOUKk@Jc@J@TRX@p@]IYq@@a@Ko@k@s@^eAtCo@n@CvEGd@Ox@VfDXhC`@pBhApDxAlCnB|HXtCAt"
    "BQrBDh@Jj@VCj@v@v@bD@p@Yl@_@Ui@AWMWBD|AX`ANT\\H`@d@Pb@AjBQFg@oAWBC`@r@tG^|Gl@bDNpFTdBZdBNE"
    "h@_El@q@Fm@WiFJaCTD\\dAd@|@?xAj@pCJp@",
    "awp@e`yBh@Kp@D`@b@b@pDtAzFb@zBZh@TNX]x@cAn@`@NlAAbB",
    "ahp@qhxBtB?dE?zF?rF?jEA?`F@fE?~EnBAvBAIVg@h@u@bB}@zCkA|BwAzAy@zA[vAOjA?~@_@n@y@`@]v@?j@PfB"
    "DpBGfBh@@dB?vC?lC?nB?fD?l@~CjAfGdAlFx@hEHr@?j@gAzDJt@X\\Fj@AfAP|AE`AIpANdAJbAL\\",
    "urn@yrtBNYrCyHzCwIz@oBx@uAnA}CnE{IjB_DbB}DxAiBxAcAf@g@`@s@RCHdA_@b@e@\\[@_@X{A~AMp@bGaEhBQ"
    "J]u@cBPc@PEv@dATBBm@Ai@b@_AT@Rj@p@rAA`@aBb@_@RDTrA?dBd@vDfFjDbBrF`FjBHx@b@bDuApEqEzHaAtEsG"
    "rEqBdCgGpAKr@i@~D_B|D_AxDeFxBiAfB{AdF}CtAuApAgCbCiCv@uB~@i@xAyEl@}Af@i@h@OzBPtD_BtAWnDoCjF"
    "_DlAuD~@kDvBaFhA_B~BqBfA{AlBeAxDuDx@yCb@gC`BeDlBwHZqBRoDXeB\\mAOy@u@gA{AOaAmAG_ABe@h@aBr@Y"
    "f@AHc@]g@c@_Bq@sBc@iBGuCDwCM}BzBsCL}@d@gDbAcEAeKpAyIrAkDj@{@tBkGzAyCzAcHxAyDrBwHpA{CxJkOU?"
    "mB~BQIC_ALiARQ\\Nf@ORWx@OjAwA^yA@gBjB{Ef@{BSH[p@]La@?WSFc@V]zCsBr@qA~BgC\\o@RaC^EXb@jAb@Ri"
    "@@g@u@k@o@yB?k@Zp@f@v@h@\\~@X^QZ[j@kBT_Jg@yBm@yBg@eAUt@WDP}@d@w@Ly@@s@P_BpBkEjBNj@Ef@mA`@a"
    "CPmB@y@Hy@xD_Bv@qAt@eBVsAT_APkBL}BUcDYmA~B{@n@Ah@^b@i@hAo@xAiDhBuHpBcBd@kBn@_Bf@wBFs@J]x@s"
    "A~@mCPqBNmDj@}@h@[HqACo@LwAvAqEl@mDVu@TmAJaDb@iEfAoFx@cD\\cDMeDHeBFWEa@SPO]@iBR_@x@a@VUjCk"
    "@lA{@DkCd@_A^g@fBqAPh@LlAh@Nd@B~@u@|CmE`@a@p@QV_@hBmBUx@]z@[lD^|BRvLUvAm@jC_@~EIbD[bCFtHI|"
    "Ak@xCqApCQjAiBlBaAnCaCbEg@rAsBnHCzAUnBaAW]rABf@G\\a@E]T}@jIa@j@i@Ro@b@ArA@bAi@`BFbCa@nBDlB"
    "MtAcB`E{BxCYhEs@xDq@l@u@lAFnACn@eApCKzD{@xBQFKQj@yBRoAB}BOO{BdEMrCi@rAAnBYbAG`Bg@~CA~ESbDo"
    "AxF_Ar@KxBaA|HkAlDe@pCExAZfCB|Ai@|G}@pCeAb@KRDf@Wb@Ym@M_ALiA@u@Ke@UEeCbEUjAq@tAm@lBQrAe@fA"
    "Q`D{AhAq@fCCtAVzET|@hA|At@nBt@bAt@h@l@Gl@aCr@aKb@qAVyBf@cBtCwChAaDhAiBlA{CrEaGvAcCx@aCd@@Z"
    "LJc@@aAJk@zBcEXmBD{B[cIK}DFaBJKJu@B{C\\gDnB{IpAcAhAq@hEsHt@wCLwADqDZfBd@jArAE~AtAx@oA\\{An"
    "@mBr@U`@C|@gCr@i@fAQ~@cAPkAHiBV_A`B{BlAiCjAyATgA@q@uBLmCt@cAOi@q@g@c@Ed@FhAg@`As@t@e@Eb@y@"
    "VwBIk@?y@r@JF]m@yAq@oFYkFt@mEzAoCbEcLtBwE`@oA^e@~Aq@nAwBlCiDz@wAh@oE^[ImCL}FV_AjA}@PkDBcDN"
    "qB`C_ED{A?wALwAdAuDrA}CZkAByC\\i@KIYBOSAkB|BgDb@gFbAyBNm@b@yE",
    "snq@cb{B\\b@L_CUyB[gAw@Gc@WC^\\~AfA|D",
    "_{f@eq|BN|Ah@e@N{@@_BUQa@h@GZKn@",
    "knd@{iyB`@Vn@gAKu@[e@[dAMdA",
    "mtd@kk`CO`C\\Sb@eAXwAAg@EGs@r@Oj@",
    "ogc@c}dCBRx@eA~BsFl@yBFw@C_Ck@Nq@rAWnA?xA_Bh@MbEKzA",
    "odb@wycCFd@|AmAs@eCFkCW]Sl@YrDJtB",
    "_xc@m{dCh@nGh@CvAuAHu@a@yHYi@mAi@Kd@G|AWhC",
    "eo`@cydCVj@~@oF?y@Q]]D?z@Yr@In@CtB",
    "qrq@yc|BGv@FGLi@Fs@GAEPG\\",
    "g|n@qgyB|@XJY}BsBUBGN`Av@Nf@",
    "sae@ul_CJDZ}@JuCEOu@xD@TDL",
    "wlb@s|gCPB`@s@Aq@GCa@h@Kd@BT",
    "ekd@}oaCEf@BJT[d@jDJNWkFWa@YEB~@",
    "w`d@ku_CDt@fDwEg@Sm@NwAdD",
    "qzc@{z_CJLn@eCD{ARe@n@]i@yDa@aKOdAb@dKAr@On@SnAAvA_@nAEj@",
    "{|_CuemAfA`@lAK\\}@DYYW@mAM}BOs@g@m@OeBa@cAk@Gk@|B_@bCD`C^p@HjA\\v@",
    "uwwAslzB`@nBNk@DiA]gBOw@[QPvD",
    "{twAkavB?cO]aEIiDaAuJkAqHgAwK[iKHaKTwIb@aF`@gIr@mD|AwCTwAU_@y@Wc@uBjAl@wAiJ[uFBaDQcBdAwEr@"
    "oGZk@ZU@~@Nx@`@c@x@eEpAaI\\a@Vl@Lh@ZjG",
    "e}{Ao}bCiB|BgB~BgB~BgB~BiB|BgB~BgB~BgB|BiB~BgB~BgB|BgB~BiB~BgB~BgB|BgB~BwAhBeCjD}B~C}B`D",
    "g`~Aak`C`E?bG?pD?tD?hD@MdGO|GO|GO~GO|GO|GO|GO|GO~GM|GO|GO|GO~GO|GO|GO|GO~GO|GO|GO|GM~GO|GO"
    "|GO|GO~GO|GO|GO|GO|GO~GO|GM|GO|GOtGaApCsAvDV`G\\tH^pIrB?pB?pB?nB?pB?pB?nB?pB?pB?nB?pB?pB?n"
    "B?pB?pB?nB?pB?hB?~@GVYFmDRHTr@Jv@CfAB|@fAV`Bh@fB^fBKb@Md@WrAWj@Cr@D|@LR^l@bCj@tC\\?^sAxA{C"
    "lBkEn@eBZMr@hAj@dAl@bBT|ANpBFbCNzCd@zBl@|A^j@LX`BiA",
    "{phB}qlCRd@r@An@y@?yBu@Vq@pAOd@",
    "mlhBgxlC^P`@a@FUm@QWNG\\BH",
    "g`~Aak`CiDzEyCnEuDvFuDtFuDtFuDvFsDtFuDtFuDvFuDtFuDtFuDvFuDtFuDtFuDvFuDtFuDtFuDvFqAlBEl@GzA"
    "BfB?tAWx@m@|@qDtDMb@EhAU|Ae@t@k@f@s@ZaDZa@j@eAfDe@^kBp@kAXa@NeAl@kAjAg@dA?T?z@?tDMbBOfA@j@"
    "P^Nd@Fp@T~@PfAGt@]b@m@bAe@ZQ@WAUGgCs@}Bq@oDcA",
    "ww`B_`uBrBsAfCuA|At@NSJc@l@SfAHr@VpA~B|@lBNXtA`A~CzCzApBRTh@X|@Dr@Zl@lH^\\|DyBd@P`@b@hBnDt"
    "@lCZ|DCx@?~@Pb@XLVAvAg@ZPJzAAjERhCr@j@f@t@^NZMxCmEr@a@x@Vv@vAVv@`@bAf@xAIlA[vASlB@bBjCjCKn"
    "@Sv@?dBBpDZ`Ab@|@VrATf@f@p@t@p@~Al@jA\\ZZf@z@^fAFlAEvAKhAMp@G|@JhDZ`EXvAh@n@d@t@K~BGvDJpC?"
    "xAN~AH`A",
    "at}Ao~oBPOjADrAr@Zf@Dt@Rd@Xf@Xr@l@Gj@c@Ta@@SMq@Ku@Ac@NuAJ}AEm@JkCDEx@b@RFJNBXMvAHN^Al@]p@o"
    "AJXD~@@jAKhCLp@^Il@?d@LXBNn@Fv@O|@@VJVNLJ?b@cAj@YbBe@J}ANAVo@T_AR@NPv@En@`Bb@xBf@x@h@XN?",
    "gi|AauoBGkADw@Jq@zBeCRw@PwCLwCAwAGoAB}@Jo@d@k@f@Un@z@VHTCJSA_@u@aDYcA_@s@S[Mg@A]DW`@[v@kAZ"
    "GVc@XuBJUXKV]AyC?cCt@wEReCXiCVaAj@u@r@e@n@Gb@JNN?X]vACn@Bn@H^XBl@Xv@t@d@j@^rBTNb@OhBsAvAeA"
    "z@i@b@XPLr@l@bAjDNv@LPP\\P?LSDK`@{Bf@gC\\{@f@C`@j@b@tAj@pAZVXMz@eBj@gADc@Ow@OsAOcAO]",
    "qnhCo{gBJ@FSA[ISMAGPBZHT",
    "ephCc}hBFJHCBMESEYE[GMEB?NBT@ZBV",
    "q`xC{gkB_Bj@c@b@kBbJmCzF{@zAm@l@_AdCw@fDyBxMSpEI|HZ~M^lFEpBk@jDJbDGfCBxJYlB]fAwC~EKpAiA|Gk"
    "CjRe@tGBjAN\\h@Z`@u@Jg@Co@Lo@^w@Rs@ErA?lBh@Hv@a@bA\\nAfCd@B\\sBNmAVw@|F{G|AiAbBuE~EmFlCgFz"
    "@mCpC_C|@sC^]\\u@_@oCLwCN_CdB{Fp@oD`BmDd@eBb@sBUi@UWRuAt@sCXiD?_IlAcMbAqRK{EPmFj@cFx@cDTeC",
    "em`Di}hBTAn@W~AyB`Bk@lCCpAO^PZ?RWTKt@fAXUZ_@l@Iv@H~@hAbAcAR@LN\\zAx@dAZ~BPxBLh@DlFFpBMvC@~"
    "@X`BBTJxCCh@@p@TjBf@\\f@Pb@e@^z@f@zAN|@?x@Cd@Ff@@h@Az@[X[r@@p@L`@b@t@`AlBhA|AZTHj@Bx@O~BMb"
    "@Il@Hr@Fl@Z\\XRHd@LvCNnAb@tBJt@PPdAw@|@`@pATdACt@Vd@|@h@nAj@x@^Zz@qA^Dt@[`C}A^Y`@CHYEm@Dy@"
    "XU`GFjAr@p@f@b@l@HtBTjBZrBtA`@~@tBTLh@Qn@I`@`@`@AlBw@dBGz@Z^HpD`D|@PVW`@aAn@_AlB_Fh@s@Zu@X"
    "_Ab@eA`@o@l@_Bj@iBHyDb@a@Lo@Bw@q@wC",
    "gc|CepfBc@~CMb@oAjBaAt@gATiAB]G[S[TwCnD{@\\}@KYNwAdCYNk@Iv@{@b@k@NqAGwAc@y@W}@I{DO_B[{AIuA"
    "^cAFqBE}ASaA]j@]d@]CUMCq@DuAA{Ce@}B}@uAy@i@wEeAwIqDeBeAe@c@]q@u@_DcByFeAmEsCmHuBuGOs@QwCAg"
    "ABgAOa@WSE?",
    "gp~ColiBO^i@j@]v@ShAObA?x@Sn@s@FOz@c@fBa@hASZYMe@cA[sASoBNQ[sACk@Ji@Ng@DeBHcCFy@Uk@k@u@k@}"
    "@m@q@",
    "}`_DqwiBAxA@tCM|B]zEc@\\i@RWEOMCQXwADkETeC`@eCLe@",
    "}b_DqwiBaCe@[i@s@{ASs@MsB~@cAVwA@_BkAoDYi@K|@a@N]@_@Ck@wAW_CmAuD[kCOoCeEcMWgAuBeMMM_@j@GnC"
    "B|@P|AJ`BMAw@{@y@}Ca@iC[{@w@`@KVB`BEx@UxBo@hAaAn@}@bASj@Kt@MxA?vAj@vASlCBpALdA`A`AoDaAk@c@"
    "{@}A_@pA]hCVb@jAr@BRYfA_@E}@o@y@kA[?]Ny@n@_@f@Yr@QhBaAd@gCtCWL[@eAQYRQt@EbA@fAFt@Nj@p@bAxB"
    "xAbCbAbAC|Ay@`@D`@Zh@vDmAvDcC~DQn@Bx@Tb@ZPhA^jATz@`@|@h@|@MtAuAVEXj@XvBN`@",
    "keyCoigBZJLGHm@UeBGQUnB?p@",
    "aawCyejBL^f@QG{DUWc@`@O^ZbC",
    "myvC}okBe@zBPt@HNVQTn@TFTsAXa@D{@c@ISRg@g@OW",
    "ue`DgilB`@|@JiAA}Am@wAaAOGdAFnALh@t@P",
    "}rwCwrgBZR?]Ci@Sg@IVDbA",
    "ya}Cc~fBPNXi@D}IQ]KBM~@@vCAfCEp@",
    "qr`D{}hBlATt@A",
    "mn`Dg}hBIg@@u@YM]JcAjA",
    "_p{BqgvAYvB]rB{AvGg@hBa@pBObF{@bJw@rOO`PQzFi@jFgArFUnGh@vG~@fGNp@\\bAJAr@cAf@oBr@gGRcCRU|@"
    "Jj@pAFt@IrCObCGfC?hDQr@Wj@WlBEhGNdCj@rBC~@O~@Nf@x@p@Tj@^tBp@nFDxB_@rJHfG~@vNb@lFr@|GnAxJlA"
    "xMbAdNp@dHv@~GjA|N`AbO~AxPfCxRLpAZdI\\vGb@vGhAjMHlCNfCfA~G^jBRpBJnCTjCt@`GlAzEt@nArBtBz@T`"
    "CB~B`AbC~B|BpCp@dAt@f@dDFr@_@fDoF~@g@zBa@b@S`@_@p@{BbBkBV_@LiAHmAXyARgD^uBxAoEHaAF{ECuCHoG"
    "IaC_@sBJ{B`@cCJgCX{B~A_FTmBNqBb@cJB{BEcGMgCU}AEeAO{@Uo@Mw@c@oIm@iAaAi@u@wA_@uB]qFsAqF]}BcA"
    "_E{@mGQ_CMaCO}GImC@kC`@oCpAgG@o@EcEFkC\\mCd@cCd@wFRyKCsCHaCZ}BSyEuFyWG}AHqFCmCIs@Q]i@MeEc@"
    "YWq@aAcAaC]e@[LOv@U\\oAy@_@A_@HMu@GgAKs@U[eBOaAUuAq@QHcAtDUNYFWa@v@_BFs@A}@]aCq@cBoBwCqBoD"
    "a@K[ZUlE@`@QDSYSsA?cALcAFw@?s@y@yBm@sBSkCS_Ao@gAMJKx@E|@J|@P|@FnA[NYSe@qCi@kCYgA_@q@u@Hs@"
    "\\tAqCRiEcB{IAiAMUE[r@uBHy@GwAWoAWu@_@UY\\w@`Be@Lm@{Ac@sBw@oA_Aq@aBuD_A}JCoBLeCTaCd@_DIc@u"
    "@TQUw@mC_BoG_@?Yp@IhASv@_A`C_@~A",
    "g{zBafuA?h@fAOJoCc@EGy@UGU~BB|@",
    "}v{BsfqA~@rEQqDgA}FUSn@nF",
    "{wlBqzsCuAjDm@bAw@t@_Ad@Ud@g@tDSbAYTERAX\\~BJ~GFT",
    "yamBkwrC^?h@DNTNxCbAj@z@Xr@ExAc@\\CXRnAHb@ZrArDrA~@Z\\`Ag@\\Cj@l@`BDXFjAD",
    "}_lB{erCBWLc@`@QfALPY\\yCTWXs@j@eD@iAC_AVsCMe@UW?{@D{A[sDEK",
    "_ykBujsCGF_ALOUKc@AcCO{@{CsBm@Cc@t@[`@OAEa@SaA_@e@_B_@",
    "e~cBss|CD\\AdAObAc@bA[p@e@f@aAd@YFAp@Bt@T\\Th@Nr@NbB@dA",
    "cbdBq{{Cd@[RS`@E`@NVb@b@HZIPYLOj@OPe@",
    "oxcBs~{CMQK]Ie@Me@h@cBH_@`@w@?[G[@UCq@Wo@O{@[oA}@aBi@NS?K`@CB",
    "y~kBsmbD_AcCWuAOyBOg@?v@DzAf@~Ch@pA",
    "sdlBylbD?GPsAS_Cd@yDz@aFBqFBu@",
    "kalByicDsCgC{DqCk@KkDwAWE{CN{BReBAy@Us@Pg@`Ak@Gi@i@gFd@s@?y@DkBd@_Ab@gCU{@?]M}AaBi@Qe@Oa@L"
    "UrAeAnCkAXsEt@i@\\uB~BgA|@k@p@eA`Bg@dAaAt@mAb@]D",
    "uaoBi{bD@r@LvAXnBZvAD`@SZgBLk@LGVT\\`@XLVXrAjDIVPHd@Fl@Vv@l@l@dAPx@^j@`B^dC?|ACr@B\\T`@b@t"
    "AZ~AJr@EV_@@o@RYd@Gj@?n@FXd@Rz@?`@WFQOk@Jy@V_@p@n@n@?x@h@d@bAb@X`BMX\\RhCJZnAEnAv@xAj@j@]X"
    "c@n@Dt@N`@Gf@@lAZ~AGh@W",
    "kyeB_myCEPAVEVA^G^O\\EZFb@FT",
    "u{fByqiCuAhAuAZcGnGoA`@uD^uEoBoASmCfB}@\\gBFqD|Ak@`@gBtCq@l@oJhCq@zAs@lDAxE[|Cm@jEw@nC{@xB"
    "eAhAaDnBuDh@wDN{HvCiGpDaAvAeCtAkG~KsCnCgBZ{AYeDoCcAuAgDgJu@{DUcCDeCRyBl@}B`@gDPmHYoE_@}Bq@"
    "_CiCsFkCkDsFaFmCA{@WsB_Do@EaAf@aEKsAj@eBbB_C|@yAz@_BnAUbEHx@@jAcBfC{G~@w@b@mAfBq@^aELqBUkB"
    "b@g@b@i@nAq@dES`A",
    "shnByzgCT^\\dARz@r@bBh@hBC|CI|C[zCYjDFnBTjCVrBrAlFLv@EpAq@xGCvA_@rG[~E]lDCp@?`G?`G?bG?`G?`"
    "G?bG?`G?`G?bG?`G?`G?bG?`G?bG?`G?`G?bG?`G?`G?bG?`G?`G?bG?`G?`G?bG?`G?bG?`G?`G?bG?`G",
    "itmBaezBhGqGjGoGhGoGhGoGhGqGhGoGhGoGhGqGhGoGhGoGhGoGhGqGhGoGhGoGjGqGhGoGvD{DdEvDxCnClE|D",
    "wcgB{u~Br@kEz@cFnA{Gn@mDN[|EiChFeChCpAVEd@s@f@eARaBv@cCp@kHBmFJuAxBoIlBqHhAkEL{AGqB]eBkBwB"
    "_BcCMyAEyF^mAVsCTiEB_Ck@_Gq@kG^iHVqQOuMLiDFgA^{Eh@cFPoAr@wDtAcFj@kC{@iAw@y@",
    "ma{AsxmB[Eo@a@[NKl@Ef@oCeBKUGBQ|AIEI[IAIJKj@Qd@_@ZSd@B`BG`BMTGv@A~@G`@E~@@bACn@WpAMhB?hAFl"
    "ANdAXlA@^ORWBSOq@b@[p@W~@S^If@c@Ki@e@GQMHYBSeAMoAa@uAO_@Cw@AgAK{@Ya@]?OJGz@Ul@S\\",
    "s`|AiwlBILQb@OvB}@bKBjBJdA?dAB`Ad@nBnBbFGRYX[JUE[v@_@fA_@b@m@`@g@Ba@Mo@Ls@z@Q`BMrAQj@AfAc@"
    "`As@JcAjAQCGIGNOxEMrBDl@Hd@?nD^dBBnBHb@^^?rAFfBBlBG~GAtEOf@",
    "_q|AyciB~@QzDcDpC}AbNuOfCwExC_IxIcSlAeBbBq@|@w@h@{@b@qDtAiB~CuCvB{F",
    "ubtByziCNR\\r@Zj@z@`ALf@Jc@XVTtCl@r@x@El@M~@H",
    "ousBgniCYwAYqBYyCo@_CaBqLw@mDSyFuAyEaA_A]}@?}A",
    "kalByicDPyEIqLUwEeB}Bs@aB]aCIyBSaBuC_HwB]_DoAsDaAa@rAQ~@wEhFu@nAsAlGgEfC}Ck@cAaA}ByBw@yAKu"
    "AToJ`@_DKcB",
    "gzmBsjeDUBu@o@oDwAa@Cg@QoBcAc@b@[f@Q@GOBYGS_@JaClBo@Xa@Fg@r@mBb@MXG`@eBlCm@dA{A`Ag@L}CaAm@"
    "Uc@Ae@b@sAl@mANMC",
    "s|oBmlcDNCn@NjA~@nBzCZ`@\\tBDJ`ACPC`A@lC]v@RfAvBZPrANLL",
    "s~zCqxtB\\l@ZtBRFn@i@PT\\tAt@|AX?PITf@\\fALAr@PRWV{@h@}@b@k@R]Ps@N_@\\fAr@dAn@MVIPbBLPvAPN"
    "NMzAs@|CMxA^pCxACf@{@d@qALi@pBqAlAv@VAb@{@Tm@TcAJcA?_@",
    "e~vCsb{BC_A]yFc@aDk@kAk@_@o@Jg@M_@e@@Wd@ENi@GqAOs@YYYoAWkC]eAc@A{@{@sAuB_@qB",
    "yowCso|B_@r@JbCQZGl@BhAE~@M\\QNyAu@u@CW`@STYPUTKE]w@IIAYTq@Ti@?{AI_DAqA@gEBu@RaAt@yBLkAHkA"
    "Ao@Lu@Fs@YY[y@MyAMaAS[QIKDm@tBw@{@k@@e@\\Sd@",
    "ucgCexsC\\s@?u@_@{A[m@KwAg@y@g@}Aq@kA{Aw@q@Po@MkAm@MA]A_EfA_A@sCzAcARo@XUf@c@p@yDd@s@XQj@s"
    "@t@m@Jf@sEO}B{@yI]s@{@m@{As@c@gAkAF_@EWKKi@uAdAoClCkBxA_CtAoDlAuCXYS{@uB[Cs@H}CDaDDkAKeDq@"
    "WAe@BcB`AiAHq@?[B}@AcBFyBj@uCGm@GsAF_Af@sAj@s@Pa@H}@Be@MURShBs@dAg@bAa@fAa@\\{@@qBRaA\\qA|"
    "BmA`C",
    "odlCcvsCIdAInADRHJjDRd@Tf@nBpCxArAl@`@AnAhA`FtDlBrBv@n@j@t@Ft@@p@zBjFzA\\lAEt@b@jAb@dDWv@B"
    "lBa@h@Pn@n@~@|DXj@Jh@HzAV`B^jATfAl@bAj@j@`@yAZXZb@r@K^PhAlAjBAJ[TwEPeBNURCxChDfA\\z@DlAq@N"
    "JLZD`@W~ADRb@An@Td@j@nBzC|Ar@tARb@PNP\\hA\\rBNx@J^Aj@Wt@Q|BB^Pr@Zp@z@^l@L",
    "azzBuqeC^XRKT}@`@yCSy@@WCQIKKgAMWWp@aAnD?hABZb@pA",
    "y{yBu~dCyA{Di@eBkAyEe@{Ce@mD_@eCGWQm@i@o@{@k@eBQgAAO@k@T}BjB",
    "}tzBs~eCBh@Q~Bg@hCa@nBCt@\\GVUj@UrAtCr@nA?ZcA^q@Aa@U]b@SzAGhAm@hGe@xAo@~CQpAIdA]dB",
    "_ykBujsCIs@BmB\\uDR{@j@{@^e@z@a@\\cBl@qBTY",
    "{n~DywgB`@d@JEi@u@?DCN",
    "ul~D_ugBf@j@JWO?[k@_@ABTRB",
    "wo~DsifBAZ^iAPm@?SIJIVEPUx@",
    "}o~D_efBRDMQCU@gAGDA\\Ah@FZ",
    "_p~DskeB]l@B\\Hb@f@zAJGe@sAOu@Ti@HH@?Fg@G?OL",
    "si_EijcBP^F[Ic@NqCVSNk@G?Wf@SPK~AGvA",
    "en_Eq{bBCz@LGBUB{@L{@ONKl@CZ",
    "ap~DoweBLBIU}@YEGIL?LBD^@VJLB",
    "qs|DugcBD@HK?MGGIJ@R",
    "efCwd_BAFGAGABFNBDSGOGAAB@B@?DB?H",
    "wyCiv`B@HBGAKCKAD@N",
    "ewCof_BDDDABG?KEGE@EJ@H",
    "g~A{~~AEN?F@AHC@IEDCAFKBIDC?EE@IP",
    "yqL_t_B@FFIJQJQ?GOISICJBP@b@",
    "{hNgkwABPHEBW@WCUC@GVC^",
    "_bLq|}AJBN?DM@KEACBU@EF@H",
    "khK_jfB{AdCf@H~A_AvAcCY]Mn@g@j@W{AMUdA_B[DaA~@H`C",
    "ueJmthBk@`BFn@^CLOWICQJ[LSH?Bf@N_@I]KSOG",
    "coCqcaBQTM\\Gf@@HH?JKHQBC@CK@KPIF@SHc@FKFIHEFD@B@IAEAGKD",
    "u{vBmyaBTHKaA{@uAYRCR@NHPbAbA",
    "gxsB{ljB@d@?t@M^ST]WW_@YEyCtAWjA?nAEz@Jx@JrDCbDm@vBg@~A_@dCYh@_@RiBD{CFuCFMB_@PiCtD}BbDkBn"
    "CgBjCeBfCmApBmA`@{BNwADoAl@wBj@wAVu@VuCZWOaA}BiAiE]oB}AoBgDyCuBmBcCmB{@~AqAvCc@jA]`@m@Tu@?"
    "]C{@SmCQqA@",
    "_ewBcjbBnAdE`AxAxAh@XGb@[Ln@HhAROLUGbCI~@LvAj@jAB~@|AhDbCRdArA^bAVtCIfFd@nDDxAdApB\\hBTjBR"
    "n@VnF^pCFp@Fj@VtANx@Jf@pAtJ~@hDn@S`@`AB\\",
    "e{{BavvCP`@\\Ev@yBO{BSY[OCXf@v@BdAa@lAm@\\",
    "m}{BgzvCRNJiAU}@]GH`BH\\",
    "qf}BajwCHJb@_@Vs@]}@[HQ`ADx@",
    "ic}BkgsCLwBD{DA{@]}C_@kBYoBIqCTkFXs@^Q`@Cz@HZPp@oAz@K^T^J`@U\\o@Rq@Ly@l@qBn@}@v@MzA@\\E@aA"
    "KoC?kADeANy@Rq@t@sAh@sBdAoFz@mGXi@t@i@vBa@lAc@\\a@Ly@A_AEkAQ}@}@q@eCIsBDiBnBa@Xc@FiAc@e@I{"
    "AJZu@`@[b@@^Up@gBxAuBRo@DmAOcA_AcAs@}AY}BUw@m@yAcANkB_AmDJqEQy@DeC~@mAZ{ALcA[~@wAhCeB`@wA}"
    "@mFuAyEs@aGL_GXeAGsA]eAUeAPsAd@aCRk@`AeAbCCjBe@`@^Rn@X\\rA~@ZJZKh@gAb@FnBk@r@aBRMrDkA~@OlC"
    "nAfBfB\\Lt@~@\\J^KZB~@`BpBpBv@dA|@l@dAZfABXXpAFp@T@d@ItAh@]j@z@Mv@",
    "_`pCkn{Cr@UdBEz@L\\Fh@n@^n@JnAOxATzD\\fA~@xBd@Zz@Tz@b@rBb@|BPj@X^rAVdALt@`@nDTzCSbEOvE@hA_"
    "@nBMbAD~Aj@jAXdBXh@fARbAJbAtAt@z@tAjAf@LTe@NuAZe@h@C`@?hBWdA@p@Pz@HdB_@`AYj@YhBkAjCyAv@Y`@"
    "ZDp@FzBNlA`BhKz@pGjAdGVnDl@~Ej@`DPvA@b@Gp@eAv@gA`@ORGx@@|ALvATdAR`@VBl@m@f@q@^MnAXhAf@V?j@"
    "Wh@q@PaBd@k@n@j@tChAbDvAdBl@h@EnAHdAVr@`@fBn@|A^z@fAj@dAAX_@f@c@`@gAGeAE{@j@s@ZMb@Lb@\\FJV"
    "E`@RtAH`CI`CEtBBz@@tAUx@SlBc@bAu@lF_@jC]|CTrAAp@a@h@OnAOp@Bn@NRhA]|@n@~@p@FX@ZEXe@j@s@ZBj@"
    "~@R~AbAXfATlA@n@IxBOhCYnCAj@L^JR",
    "cuuBsxiCg@|Fe@xFg@`Gg@xFh@V_@~Dw@]y@UYzBpAfC",
    "wrsB}geCQwCDoA",
    "cssBeoeC[kGO}BI}Ag@{DD}@IyEBi@QwBa@kDa@sCMaAa@mC_@kDP}ABSKkBOqD",
    "m{sBotgCG_BQ}Ba@kBN{FAgCU{CJuD",
    "e}sBouhCIaGAWK_@GOeAu@[E",
    "k_iDq~lCVh@n@MZ}@IeAq@u@m@jBDp@",
    "wukD{xnCr@BLK_@[Ao@SsA?Yh@CA_B_@_BuAuCU[C`AXxCDv@cAJj@xDrA|A",
    "oziDsyjCz@`Br@EXk@Fu@q@uAi@wBe@u@_@]W@t@fDM|B",
    "uogDuhfC~@V`@Y^mC{@yAqAvAOXZvB",
    "qugDomfCn@J@cAe@uCCmBc@kCO]KKKj@LhDb@`CPxC",
    "ifgDoohCj@f@De@PQ_@w@?WTe@WmCD{@wAWOx@AlD`A~B",
    "kxfDusjCb@l@NeAOkEcAh@?|@^zB",
    "gzfD_|jCJv@d@e@Nc@a@mDBcAA_@eAyAKNCXDf@CtAt@lCCfA",
    "wmfDmciCS\\_@QYCQNUnAGn@f@DPHTz@^UR[Be@IkC",
    "okgDovhCn@DTMFc@eAiAs@JTbATd@",
    "cemDggwCThAZmBDsBO?_@PEv@AlA",
    "_imDq_wCd@Fl@o@D{@a@o@_@P_@|@I^Pb@",
    "oilDersCJDLIJuAIm@c@_@a@IZ~CLP",
    "mpiDs`kCHTHEb@r@Fq@Xa@BYoAQYLJl@",
    "ailDkikCDt@\\KLc@A_A_@?Ox@",
    "{tfDoeiCLJPgBJc@SSi@{DGhAOhAOJNt@VRPdB",
    "a|fDgsiCd@t@\\?Y_AC]UuAi@]QC`@vAHfA",
    "kagDefjCf@n@Ze@MeBIa@_@`@KzA",
    "sqhDksjCNl@n@MSg@Mo@KIGr@IL",
    "glhDgmjCYh@_AQGJPd@Zd@r@[^AB}@CW_@B",
    "_`gD{zgCPRKyAk@oACr@h@`B",
    "oxmDmebCH@b@yBIESPWfAFb@",
    "{tnDo{uCeAD_@Cs@NsEnD_ATaA@m@Mg@o@_CsEeCaEOF?t@Hx@z@pD`AlFLvBUtBg@`Ba@bCe@xDs@T[Bu@w@q@eAk"
    "@Gk@Jz@n@v@z@n@pBPRv@E^B~@n@x@t@t@`Az@`@~@F`Bt@~@BtBm@x@J|BhBrBxCbBjDrAnE`@jBRvBBnAFjAPt@V"
    "j@dAYpBmBzEaDhFuFbC{BtFd@hFjFTSvAaDj@_Ar@Qd@@d@Jr@pARz@LbABn@En@q@hB}@nAYN{@E[FaB~CmBrCWp@"
    "f@r@j@Xr@Ep@SvA_Ab@t@x@nB^vBXv@~@fAbAd@`@KZm@Lu@F_AMiCa@{BM}BZqDPc@fAiB`@cBF}BCeAQyCQmA_@Y"
    "c@Ow@u@{@gAy@qAy@eB]mBp@gCHoAGkAs@g@u@\\mBnBUHiADeBV{@E[Ok@{ASuBFuC?uC[yBuAeEWqBGyG_@{BW_C"
    "KmG`@aGb@_Cf@wBEsB_@iB?_@G[}@U[U[s@_@]W\\Sr@uA`CgCfF_D~IcBjDiBzCuB|C}BhCmA~@y@fBc@N",
    "iygD}`jCiA`@_@@[Mm@m@m@a@a@P[f@Ov@Fz@r@|Bj@fCcBXcBAVrA@fA]b@Yl@Fh@Lh@u@~@Bh@Lj@fC`Hf@pCX`D"
    "XtBPxBNbCVfCGxBFzBbApHp@Ez@c@d@DRbAa@jCjBdDvBnB@s@Kg@Q_@Ke@QcCHaCb@eD@y@WWQGGUAu@Ji@`@K`@A"
    "T|@^tBNtBE`AMx@k@`BJx@Pj@xCcB`@GZU\\eC_A_@QOEk@IaC\\mBVe@Tm@M{AFsB@aDK[y@_@i@wAe@aBu@mDk@{"
    "Dh@Ib@a@e@yAJoBx@iC`@aDr@gAZY`@d@Zl@YhB@zAC|AYB_@UYNMn@C~@H|@V\\\\AZa@Vo@t@Yv@v@v@rBl@x@Us"
    "AI}AT_At@kBJ}@BkAIiAw@tA[hBg@l@q@@d@}CLg@v@eAhAuBl@y@O{B[WWDmAj@G}@J_@Dg@s@s@sAk@QUOk@SU{@"
    "?q@i@g@sBI}@Ou@eB{AYMcAJ_Ar@_@lBYvBaAnA",
    "qpiDoxjCkAn@mAK?pEIdAU~@HzAc@^hBfB~AjCf@|A`@bBThBJrB^m@zAyDx@s@|AY\\D~DlDX|Br@~DV~@ZPR^TbD"
    "z@dBb@@|@[ZNe@aDz@Qz@@?gBb@{@YmA?}@Oc@Eq@@k@b@KV_@CqBRCr@RjBvA\\?m@}@_BuAi@q@_BiCy@aA_@sBI"
    "gAS}@QaB]a@u@uA]Fa@hBm@nA_@E{@i@[IcAD{@s@Y{@GiAT}B]J[EaAoAcAm@eAKoAj@mAfA",
    "ygmDuxrCUTgBy@RnDHpDGfHGdCQ`Ck@zAy@`AsApEm@`G_@|BUbCGz@?z@DpAG`AHpEd@pFBzB^VRx@PXPRZDPTF`A"
    "J|@Vv@P|@NtCDxCTjBv@Z~@AnAp@P\\~@zDPnB?tBQpCWnCQhGRtKP`Cf@vA^f@Xp@`@bCx@fGBbA?bANxAHvAIdBQ"
    "~AkAtF]fAa@bA`CfAV`@lAjCVdCApCLt@Rl@V\\tAbAv@`At@fBTv@h@QXo@W}@DeAKyDLiAk@w@SyAo@eA_@_AEs@"
    "\\w@\\g@j@?h@JXt@HfAA^B\\~@`BGfBSr@WXF`@\\rATFf@sBp@_A|@?|@Vp@lAN~@H`AC`DRfCd@tBRj@l@nA`@H"
    "Vc@Pw@WiE@qBw@y@l@qAv@_@lAh@Tp@N`Ah@pAn@lAr@bCb@|CrBs@~@K~@BpBQ|B^lCz@Gk@uB}AC[Js@ZAdAPb@G"
    "Nw@VWLVCjBPLT[GsANyB@mAW_AV[ZH`@^Zj@~@~EV~Bm@fB}BnCS`@A|@N~@`@\\hCn@tBzAb@|AjBlJtAxFzBtAdC"
    "mA^uAZkBp@_Bj@iBX}BCiERyBQ_@iAiAWi@i@_BOu@AqA`@i@vA@tAX|@c@pAaBVUtAE|@P|@b@~@JTPhAvBx@jAr@"
    "d@lBHv@Vx@f@NAz@t@dAn@d@n@bA_@fCtA`AHbAm@|@kAz@^h@nBR`FVbBFxB\\StDyEJGrCd@d@Pl@j@p@Rl@_@j@"
    "s@h@Nj@b@NiIGi@[y@[q@gAQgAPq@Wk@_Am@}As@iAeA{@cAcA{@_Bw@gBs@mAw@_AuAyCqBmDk@_CYc@aBeAaCw@}"
    "@B{@nBa@O_@[cAOcAPcA?aAMaCe@cAk@aAy@kFg@cD_BWDYTAfARlASn@_@ZwCHk@N_As@{@aA}@wAk@aBf@yBFeCa"
    "@qCo@{B{@iAu@sAkBqFoAcE[qFN{GcAsEaAc@cCaBcA[Ih@@v@dBpDz@fA`@V^^L|@s@hBMjABhAAbA{@fAcAV[?YS"
    "mAqDO]}EaCmBcB{@Yw@s@_CgEm@{Ai@eBc@uBY_Cc@oAiE}D_AgBUq@WqCQuCWuB_@oBk@qBq@gB]kBi@_GSoCMq@U"
    "k@Qu@M}@E{@IyDDoC^yBZa@\\Al@Hd@o@Gk@g@GYWQi@c@cCUmCA}@ZsBTiC?iAWuAa@cA_@Qa@C]Y[g@Oi@YuBGaA"
    "LsDOo@U]_@T]Be@Ea@PGl@UlHKh@Y^[EYm@O_Aa@KeBbAc@o@UiAUcCHwBXi@VFT^XPtC|@AcC_@eEQ}@W]_A`@]Tc"
    "A~A",
    "yadDyy_C^tDZXZMZeBSe@[RUGq@sCMVPx@",
    "yzcDiq_Cb@Nh@Sd@C?c@g@a@?q@IY{Az@Bj@Tp@",
    "yudD_b`Cn@\\p@OGaDQTIv@e@^Wd@",
    "uffDwfbCt@t@R|@p@Tn@vAl@P?dASz@\\J`@fA@t@Kj@@Tf@|@j@B@eACq@g@}B?qCe@OMSy@gBKk@^i@Aq@GUo@NS"
    "d@IB[[Kq@u@cBUaBi@pAJfBZlA",
    "osfDemcCVT\\]HcCM_AWMUpBMn@Hv@",
    "k{fDw~cCn@|Ap@sA|@y@]MOUAc@g@u@oAg@WC[e@Ia@KQq@o@Mv@@h@d@Vd@x@`@fA^\\HTGr@",
    "cyfD_{cCCXt@UTiBc@RKb@Wl@",
    "wolDgmiCHJXe@Ba@CSQCc@f@Pj@",
    "svv@u_yBcAh@eAT]?[L_A`Bs@v@aEvBaApEK`Ap@d@~@Lz@@v@g@V_@x@MM[XM^BVnAZ~@p@ERu@XVTf@XtCh@iAl@"
    "}@v@YpBCv@Uj@}BPc@l@a@j@oCNSzB_@VoAGgAg@wASWcA@_AY[e@]WiF~@u@?s@H",
    "mifBm~xCMJw@@}@Fe@|@e@Rw@Dc@GQUUgAe@yA}@k@gBIu@Ou@@g@Li@AkB}@oBq@OFAPRb@Rp@Mx@}@pBa@vAa@`A"
    "q@`@aATw@F{@VgE|@eBNmABsBf@",
    "ebhBmpwCa@m@tAcDd@?r@dAnCgAZ\\Rv@p@dAdA\\nAjApAt@~@h@b@Gy@wAXAjA|@j@t@LvALrCa@d@{@`EgApALn"
    "AP|@j@t@d@g@T?N~B_@nIq@lFq@dBqB`DwBrAwEnGuBrA]n@gAnE}@pFaAxJo@zD_BpEgElHsD|EgDfCcCVuH]u@Jy"
    "@d@K|AR~@`A`A`AzAF|B}@vAkHhFqHbE_BbBmBzCkGtEk@fBcD|EgAlDMdC`@dCN~AZ~AdAc@lAaBtBiKvEg@j@]lA"
    "cABk@Rw@PSrAKv@~@bAvCjAxElA~HB~Bi@|B}BdA_BnB_ArBEvG[~Ch@xApAUjBx@lAdB^`BG~FN~ApCvDjAzDRlAZ"
    "xAxD@h@mB@aD_@cBcAo@k@oELuC[aAWm@s@[iAYEqEv@_BRcCZwF|AyHp@wGd@iCz@iAjB@t@S~DcEJ]?q@_@oARgB"
    "VcBb@uAh@k@tAZ\\Rt@Gh@d@V@aAuCPa@`A}@xAIVGNf@NUAaAhBkHdAyB`@U~@XjBu@~@K`@Lt@d@XWHg@~A}BxBe"
    "AjFiKfAsCtCaD|AmFlAuAnBeAXF`@XXBR]S_@WMFyA~BkFjAiARo@N_ANg@b@Y\\Dh@OAqBGuADiAf@_EfAcDf@eK`"
    "@mBlAsAnD{ArF{Fr@CrCaBzAOtBtAnCpFtBxFh@p@tCtAdCf@",
    "avdB{nuC@_ABo@Uu@e@}@a@oAMw@De@Nw@TC|Bl@\\K|AgAbB{Ad@_AL_AIi@Fg@Ru@Q}@_@mAOs@YMK_@R_CJSPOZ"
    "An@Yb@k@F{@Pw@^u@@w@a@]q@Aa@JmA{A[GYSS}BQe@CUNY|@yA\\{Aj@eBh@m@Fc@@m@Ie@iA}@m@cA",
    "mhfBcntCQj@AXJ\\E`An@w@dAZh@EJo@I]aAEUMg@DSg@",
    "}ehBu`rCVHLKFQIk@q@X@VJL",
    "eegBormCXJb@e@@w@EQk@XKr@AT",
    "kbiBegoCd@bCPp@dC~HLhAHnALdAPbAPrAA~AGl@O^YZSj@^h@c@nA[n@Cn@?n@z@zAVn@N|@D|@Ev@@v@z@G~@a@|"
    "@NxAaA^I\\YjAgEz@uA~@aA`AC`AFx@g@tBgC|BmBt@eAVo@Z_@fA_@`AiAZC~@F^C^Y~@wAf@wBHs@[iCa@aC]e@a"
    "@YUg@Qm@_AfC]`@[Gs@o@Cu@y@eAgA?a@JQ|@[P_@HiBtB]P]BqAq@}@QcCXgA]q@AgAm@w@kA]Q]EkABkAP_@QYq@"
    "_@Ua@NwAuAe@Cc@^^t@",
    "e{eB_grC[hA}@lHE~@JbANl@|@vCI|BUlACtAJjBd@nSPrBJbBh@^v@a@bAw@^B^RXQX_@P`F^zAl@x@l@Bl@Sd@?"
    "\\i@VkAb@}Ad@mBBaBDyEIo@Om@GaBDuAK]U\\OI@k@EoA\\cAn@UBeACeAYm@G{@A{Db@cAJgBPaA^cAb@u@Vs@Bi"
    "CKsBKo@KDc@x@]Jy@Ly@QeAs@cA}@aByD{@c@_@q@IaAYO]~@e@Dy@r@Wr@Uz@SXUNCLPLRdAKR_@d@",
    "egeBuepC^pB`@oA@eAESg@\\UX",
    "yceBulrCPr@XCIe@WmA]YKTLl@PX",
    "e}sBouhCd@El@w@Fq@LO^E|@YdAtA\\jCF`AVjCIrAClBExADt@L\\CRKFe@Wi@Vg@l@A\\ZP`AdAl@pAJjA^`DC^O"
    "RkBQ_B_AiAeAWB",
    "cssBeoeCd@vA",
    "}qsBmleCRcBh@{G^cEh@qFfAeHDeANeBp@kGf@_El@uF",
    "ofsBwjgCy@_B?qAaB{D@QXq@",
    "ojsBixgCCGkB}IeAyIaAaNm@sFg@aDQeC",
    "ofsBwjgCP_BFc@",
    "uesB{ngCgBwDq@uB",
    "gg{Ae|`D@`@h@i@Rk@nBUm@k@WJoA@URCrA",
    "_h}AobaDWh@Ih@f@Lj@GRZ@r@ObA[n@UlBSvB[hAExABj@EnAJZGjAc@zCMtAIzDVfA^`ATnANtAHjCfA`D\\f@b@X"
    "mAnB~@r@bANjA[l@@j@d@NTLKZ{AT~Aj@\\hAEzBXn@ZRh@Np@RZTN~Ab@PNl@nAx@l@n@Lh@m@P[RO`ABSLM^E~@F"
    "|@^\\d@D|@~@pAPj@z@jGbBL?d@Yf@If@FnBv@v@KeAiC}AeAIS^GnDn@|@h@|@J[_AoAuAi@i@[O[q@sAy@lGtBdA"
    "MN_@v@LRoAoAyBo@s@y@[u@g@Sq@XObDJlAICg@Ok@oAiAk@Kg@Fe@P]X{AOd@m@DaB\\_@e@k@i@[gA}AYMmCUwCo"
    "@wCcAlAe@d@q@z@dBh@d@xBRd@Kt@]PJNVnAn@rAJaByA{BwC[q@g@sAJc@XUyAmD_@]y@Ek@[Q?OIe@s@x@_@x@Qv"
    "DPVCVOLUJ{@JKh@?f@P\\AZYm@{@x@Mx@Jp@Q?e@Ue@\\c@Dm@_@U_@FeAa@uAOhA_@\\[@k@Ec@wA_A{AYFi@Gk@|"
    "AMzA^IuAUkACq@Bu@j@TDkAPs@~@b@AeAQo@a@Ua@H{@?{@e@uAGiCH}AfBWQe@aAQEmCZwAb@WKLeA\\q@e@aAm@k"
    "@_@UgA[]YUsA_@eArDb@hDqA[y@c@a@}@YE]]Ys@aAPuAI_Ae@i@K{@Ok@kAOiAg@YBuAI]NFgAu@GSLIp@W`@Ev@N"
    "j@X`@W`@d@|@i@Yy@}@@q@H}@Pw@G}@a@g@uASb@eA_@Ec@Lq@v@s@h@w@`@t@dA~@l@Xr@",
    "c}xBk`nC?FQpAm@pHYd@]^Ul@Gl@@dA?pAK|@Qn@OVW@[JQn@}@zIEj@YLi@Ei@b@o@v@i@hB]P{AO}BNy@v@D^l@d"
    "@lAj@VjAL~AAt@Sz@w@vBCh@Iz@Ih@JnAp@t@bAz@dCfGHx@?zCLl@h@A`@G?v@TfAJ~@q@tCGnAFfAl@|BXrAEPc@"
    "`@oBrGa@~Ao@YQ@MNG^?h@J|@{@VU~@eAtEB~@^bB?bAEz@ITgBFk@ViBlByBfDcBhCuArByAGYTUb@Y~As@xEk@hA"
    "cAlD_AbDh@|Ef@fF?hH?~CuADaBF?~D?~DAzE[Hm@l@QfAYd@[D]b@[~@In@F^Ex@SrAYd@c@n@",
    "w~zB{}eCp@Zv@UtB_Bd@Cp@d@@^",
    "mc_CkpbCr@hClArB`@c@V?v@l@f@DhAnA`Af@l@CNGHu@?S]HeBgA_CsBKs@RuAEQqAh@{AsAmAUe@x@r@b@",
    "q{aCqilCIjA@l@Pl@Jx@LfADv@XZTPAfAK|@KfALp@Hv@RzAEjAT`AZv@Pl@B`ARTd@t@Vd@b@HD^C\\OPU`Ao@pBf"
    "CLh@dBl@nCU`HTtCMrAa@x@m@^sA@w@VEd@^v@r@jBZl@tAtE?xAGhAe@fFc@~EaArK?zATpE?|BGbDDtAO|DQLoCb"
    "@aC`@mDl@u@nB_@rF@vDL|A|BjG|BnG|BlGpCvH",
    "eabCor`C\\FVn@j@z@|Am@hAo@vFqBXw@N_Bh@Y|@nCnEsAfAXh@k@pBCvAyA~B|@bBJhC}CrCk@vBL|@KbBy@n@y@"
    "lAj@b@qAzEkAh@sC\\gC@kCt@uFPaJRkC\\wBf@eBt@mBn@k@lEsAf@JzAt@`BxB`DbA`@r@f@tBr@dAfAQlAdAnC`"
    "EjAx@~@CbA{AvC{B`Bg@hCZ~@UnBoCZiB~@eAdE}C`DqE\\mARuBdAmC|CsBxAyBfB[`BBh@Uf@u@dC}F?eBpAwFRy"
    "APuFT_AtAeBLaASwA?cAl@}@`Aa@NkAKqCH}Az@qCtAwCvA}E`@w@TqC^mDn@KlFnEdAuBnEkEN]Lm@Y[YIs@b@_@i"
    "@JeAr@i@fABS~@bAz@LpAI`BEjCZ`AR^xAFh@|@ZL",
    "a~xBuzpCIXyAjFg@dAWx@O`AYl@c@Vm@~@]p@q@dBs@f@_EhAkB`@",
    "qtyB{~oC]HqAq@_BF",
    "a{yB{_pCc@@_CqEe@gAkAc@i@sAcAcBsA_BkAuA{@s@iByBaAi@y@@uAlCgA`CUv@b@p@bAp@Jb@Bl@Aj@Ib@qArAI"
    "l@?l@H\\PNx@Vn@XPZL^A`@Mf@eBlBIf@St@Y`@i@FST_BhEWLqBk@O@",
    "kd{B}noCAp@O|GMrCQnC_@bCc@zBq@lAoB|Au@XmCPmCh@qAj@Y\\Ul@cAzEkBzC{EhFiBlAeJrCmFGoS{G{EgAqA?"
    "p@v@pA`@q@f@kADc@EYc@C{@B{@b@gGRyD",
    "ipuC}{eByBbIo@j@aArCOp@PfBLdH\\hAjAc@@s@j@}ElA{B^ER}Bf@wCvBqG{A@k@aAIu@GMcAtA",
    "qmvCcgbBr@DlBiCX}@DsAfB}HLiAg@eGkB}@c@j@KtB{@rESpBOr@Ed@BZk@fC]lAC~Bz@l@",
    "}|_DaqzAdAnFYd@Mb@rBp@n@YZDtBk@rAw@Hi@Es@YN_AFYU?yCHgEwAcDo@aAu@g@gCzAUVQb@Gz@r@bG",
    "gh_Dqa{Aw@|@oApDEp@Vn@v@jA|BrBRv@ZjBDl@FXLPZN\\WYcAAsARmAZ_Ax@wAz@oA|@e@`AQVe@d@aBJu@Dw@Cu"
    "@OA_AJuB~@{@B_@MuA{BU@qAt@{@l@",
    "_ezCakbBSnAYdASlAYpJuA|H{F|Bh@p@Rl@Nt@b@zEAn@UhAEpA^?`@S\\]Xg@Z_@\\Sr@_AbAk@fAa@`@}ANsBQkD"
    "Po@Xi@\\{BJqCj@w@z@a@X[rBr@ZKVg@~@i@AoA]_AeAaA_@u@EgAJs@Ew@Uu@Yi@cAu@_@~AMnASz@[sAPoCu@_@s"
    "@Ae@f@Y|@IvA",
    "oncDic_BKvFB~@\\}AJSFRJHN?R~A@xANz@FhEEv@W[MEu@lA]v@FbAd@dAh@\\^]HLPb@Nn@En@d@fCRd@j@i@Zb@"
    "TA^iC?_A]gAAs@My@a@oASy@?e@OoCC{@I_AOcCAsFs@iEq@w@UIBt@}@fC",
    "eecDmi~ALjA\\z@XBVKl@s@Jt@b@AJeAWqEe@mABqA\\oDS{AuAcAiAsAWQU~@IhHnAjFOvC",
    "ml{C_lhBjAh@j@{@o@gAOEKMC]tAo@Vi@VkB?cAmBuDYSCjAkA|DC~B@l@j@fD",
    "qj{Cg{`BHxBJl@n@z@Lb@j@ED_ALi@l@q@JJFhAxAr@XBKaBTkA@}ABi@JWU_A@iAWmAM}D}Ai@S`@oBh@mArBi@xC"
    "l@~D",
    "kbjDuocBuBj@i@Ai@p@s@W[NaBnDo@rBeAbBs@`@d@xAlAn@\\@z@u@p@Hh@cAFgBh@mFx@bA`AkBPADPZe@ViA@{@",
    "}cjD{mbB{Ex@y@G}BVgBjAuDLw@Vi@r@dBj@n@f@xARjASt@VRg@lAg@dBqApEaBH{@A[",
    "_sgD_gdB_Bn@UGkC~BU|@Fh@Sx@j@tATHV_@j@Sp@b@`@YZoAn@o@dAgD`@DI`A[h@g@~BUJUC_@t@@pAnA^Z{@DmB"
    "l@d@Pd@LB\\qBtAEx@{@[_AC{@e@a@e@\\e@k@[JS[kAQq@]",
    "ajfDaqfBvARRu@VwF}@eEoAsBu@]QAo@lCb@~Gh@pCr@r@",
    "ydfDkkbB`@l@NLpA_@~ADbBj@x@c@b@{@A_Aa@{CiAwB_@Ss@^yAxAgAjB_ApAA`A",
    "k`eD}naBFT`@}@ToDRo@TeDEo@[eAU?Oh@HrDq@bFD`B",
    "{_eDwfbBiDd@Vh@vD`A`AKfEf@VAB_ATm@_@g@i@GmBLiD[",
    "qmdDwibBs@f@Q?Qo@IGWVClAa@KYZGP@lAbBJfA~@~Aw@jB~A`A^v@Ap@gD[eEU_@c@OcBIiDnA",
    "{{gDeg{AFLdAOd@?CuARaA[_B?oB]MC_Aa@gDSe@]Ma@aBS]SiA]a@B_AQa@m@Y_@\\S`Ar@nAYdEd@vEV`Al@t@Jt"
    "@t@hBNzABd@HR",
    "kmeDcs{AEv@?X`AP~@|@`@fAXzAvAe@lAEb@_@d@@n@ZdAnANDEwBSiAgAoD}@d@gAJoAc@y@mAoAi@aAfBi@D",
    "ufdDab{AMdAk@g@i@G}ADeANi@\\CjCR\\hJhBb@a@La@g@gBPq@SoAk@u@c@D",
    "ivgDywbBR^bA]`@eAV_BNmAB_ARkAA[{BoAW\\s@@Wx@N|FVpC",
    "e_uCmcjBcAH}B}@eAD_Al@{@XoCa@[HYXUf@aAtCoBvD_@tBQdCK\\}B|FMjBPpCe@tByBlBgAnAOn@Ix@i@vAq@v@"
    "{CrCmEvHuBrC_B~Ec@jB[rBy@fDcBpEY|@YzA_@tAe@lAk@z@k@RiAtCg@n@DuB`@eB?_AEu@[o@_@K}@h@aBpDi@f"
    "B_@nCYtCg@hAu@X}@Hw@l@aCnEk@~A_@pBWfCMlCG^sAhDk@fAu@b@{Cd@w@z@m@`BSbB`@vAxBfCbC|A_C_@_Ag@{"
    "@}@{@mA{AmBa@Ui@Fc@^w@hBs@pBg@bCWpCj@lA`Av@xAlCFv@Qb@TfBq@~@Gv@j@lACn@s@lEYn@oAfBwBhBcAp@k"
    "Ad@a@Aw@OKf@WjEK~BQpGUpB@hC]tB{@jA_A|@]z@?xAHfATv@`AvBJp@H`CKz@YBS_@oAmDU_@]W]OoC?}@Xu@x@q"
    "@fAoDfMoAzFE|@A`ALp@hAjDFl@VzDCdCYx@Qz@?v@p@tGBl@]bMAxBDxCCvFd@~VFl@\\tBf@A^SVk@Jw@Pm@~AmC"
    "XV`BnDXX^Up@s@`DyDHz@@nA_@hECvA\\PNC`AuB|@aCdAmDr@sAl@{AbCaJ`@u@hEwFf@{@r@eBv@{AxBoCrEoJzA"
    "qEdBsI`@uAjD_G|AyCf@wAxAuHZgB^{Av@iAn@wA`BwG\\mBTyBCoFlE{Ur@cFl@{HJ_@nB{Gd@yAn@uAf@cBjAcI"
    "\\yAf@aApCyBt@cAj@_BX{BZeGdAmKjAuOr@mFz@{DPi@hGqIj@q@n@]bAUt@uAR{CJqEL}BLeAnBuCh@sBb@aC`@c"
    "BxBwIh@yAr@_AvCaAl@y@hAcEj@cBdCyEbFkMl@qBb@wBZ_C~AaJEgAOiA@}@J}@Au@]_@_Ai@cAB}@P{@`@y@jAeB"
    "zD{@`AaA\\eCj@",
    "sgcDcqzAnAf@n@f@l@r@\\Ht@BhAIr@PlCbCv@Jn@^Ns@Re@n@Gn@@n@tBjAY\\JZVZH\\GnByA~Bu@~BRlBq@z@d@"
    "x@v@Ny@Ts@PiA?wAE{@Ou@Iy@E}@W\\WIkAcAiAcBcAe@g@I_@Ra@Gc@Uw@lAUNkADcAj@{@bAwA|@u@rAg@\\]HYK"
    "c@w@g@Wc@?_AM[M]]]PY\\kBrCa@B{@_@Sg@G}@Qq@Uk@[a@oAw@w@w@e@_BvAg@QcA]g@g@La@t@MjEZ\\N\\Jf@r"
    "@jASzALf@RP",
    "owaDsuyAYp@yAbBMh@EdAQr@i@Fk@I_@^]r@i@bBe@nBm@|@[zANpAz@pB^Vh@FdAbAVc@lAWz@o@r@yA\\}Ad@uA`"
    "Aw@rBeDhAM\\J\\?xCiAVk@Pw@Pu@H}@Su@Se@uA_A}@SeABiBSeB^]Wq@cAQVU|@",
    "wx`Du{zA[j@YCs@cA_@Ya@Aa@J_@p@KnAKXSaBY[[Ok@Da@l@_@hC@vBKj@U`@Ol@Ln@LTh@TPGPa@RKl@Jh@XEj@a"
    "@RIT@ZLDj@e@\\DjBr@ZAPo@A}BJa@nAxCVd@`@P^EtBzAb@Kb@?zBbB`AZ`@@`@G\\FZh@v@`@v@Yp@c@l@m@Hy@A"
    "eAS_BLgDImAQkA][c@C}@cAw@yA_@FiA|@k@FiAI]d@KvAO^UTs@rCo@Gi@ZkAyAw@@OcA`@iAf@}@TKVBTIxAeCZi"
    "ANuAI}@}@w@]MmBd@Q^[fCUx@",
    "eldD_keBhBbE`@|AZdBh@nBn@bBV\\x@t@`@R~@F`ElA|@H~@CvBSVIn@eBt@oAn@In@F|IDxBNxBb@`AO`Ai@n@Mp"
    "@BdF|@x@ErBmAbAO`AR|@fATl@~@`Db@rBZpCTtCLxB?~BInCQlCSlBmAzFO`@wAfAq@xAq@zFa@`Ca@?e@GaANaA`"
    "@_AmAa@qCc@mBuAmEq@_B]]_@JYv@_@j@_ATaAMcAcAWg@Us@y@k@iC?gAN_CQ@e@Vg@F_@WUqAm@sAa@}@Vu@`AUb"
    "AGpARpEHp@j@Vf@[h@kBv@g@pA^Z^Xj@l@nBd@~BpAfE~AjDl@`Ar@l@dDpBj@rA`@lBd@d@j@J^S`A}@Tp@BlA_@Z"
    "u@tAg@xBYXy@f@Wd@k@fBcArFWbCe@hBsBtDEr@Dz@Gt@i@fBIbAl@tA@zBZdDDv@?r@Sn@Ub@_@R[`@s@`C[`@Ol@"
    "?fAWf@UhA_@POSK_@[JOp@G`AChA@hCLn@\\At@w@@f@Cf@ZL^EnADpCrAr@r@`@zA@|@KfCPl@bAP|Ac@v@c@^]h@"
    "yANsB_@wIGk@Me@O}@CiAj@yAbAc@x@iA|EaLJi@?cAGaAiAcFGk@IuD@sCFuC`@{A|@]~@C|@\\z@hApB|Cj@zABv"
    "BYrBa@jBOrBY|K@l@ZvBJlGKzJSfFF|Br@nGNtC@|@}@zGMnBGrB`Aw@\\@^PbAPdA@VTp@jA\\\\XDvA}At@gBn@o"
    "BF}BOcCWkCo@gF@{CO_C[{BIsBE_MDg@`AiGFk@?gAEcAA}@Lo@Zk@^QbAPfCfAf@}@\\aBRgCHmCCeCSaCNyAVaB?"
    "q@Mm@Wc@]U[e@iAcCWsBAoCSgCe@}Bk@sBMwBT_EIuAFeB?cBY}DsAcKoAmE_@u@i@|A_@pBAeBHcB^iFZgMGi@[D]"
    "g@MgA\\gD?{@w@mFo@uASu@KqCWu@_@g@g@cBU}BMIOCWlB[j@w@b@o@i@Mu@Qo@[q@Ww@[cCc@uBWi@]Y_@O_@AeA"
    "hAi@Lg@C[JS`@QbAUx@SZWLwCWeC`AuDN_Ad@{@r@gAvA[R]Ce@sA[S]AuBN{HfBm@O_EeEkAyDcAs@UuAMeBWYy@]"
    "U]i@{Bo@oBU_@cAN]p@e@`DDZj@nAL`@p@dF`@nBh@bB",
    "a|zC{n}Aw@bCq@dAy@d@{@B{@NeAp@eATa@G_@YUASVq@nBu@dBKr@c@tFg@dAy@RaA?aAHyCx@{@Gu@y@o@d@aCbA"
    "_ANgASiACa@Ra@\\[J]As@y@c@gB[eCUiCM{@Ss@[a@[UkALO^sAjFORyANWGu@o@_@Cw@x@Yp@Yb@kCd@w@bBYLaB"
    "KcAHy@XYnCUpCMp@w@p@Wl@DpCEjCyBvBaCdAiCFkCWeA]yAs@Q?mD~COVQvB?zB^hH@pAApAc@pDQp@}@|AAp@Fn@"
    "dAa@h@g@VaA`@e@`ALxBcAhCgBrF{E`A@~@Z`Av@dAf@r@Lr@I`Cu@bCa@nIU|Aq@|CW|Bk@zB{@zHiHdBgA|HmCn@"
    "KrBHfAi@~@?|Al@\\`@b@dA`AC~@MfDaA|@i@z@{@v@oAZ[nCqAvB[rFc@t@Wj@]VaAAsAQgAWgAOcApDqClCoAz@M"
    "|@?bANbAG^U`@I^PXEFaAQw@a@_ASKGbBIR_@TKEu@_CO}@YiD[^[SOYm@gKe@sBs@}AWWs@x@eBT{@f@}@By@RsAb"
    "A]E[Um@kAQwB_A|@_BVU`@",
    "em`Di}hBDHd@^P`Au@dBAbAi@z@o@zAA^Qh@Gp@`@r@n@H`@o@^{@FhAXh@xAK~@?~@R_@H[VcB~DUdA`@jCOx@e@^"
    "o@dAa@FWd@?bAM~@d@Ve@Na@^P^Lf@MRm@d@S^KxAk@pCqA|DQbA?~@Jt@n@~@d@rAB\\r@f@WZQd@c@tBsA|Dk@dA"
    "mD`G{ApBwB~F}@z@KfAr@jBjAv@zB\\zBg@~@]v@_Aj@}Bx@eAWlAMlAFtAT`Af@p@h@f@PZhB~LPvB^vN?lCo@hGC"
    "hCIz@Fp@T\\zApA~@bAr@~Ah@tBd@vAp@f@b@EZg@RkAJsAF|@Az@O`AGbAHdATv@x@z@^r@BzANr@Tf@nAzAPb@Ln"
    "@k@Ge@FCxAKbANtCz@bB]T[^{@VShBF~BJrBh@^ZUZ@R`@Bz@e@]@tCHnCLnAT`Ab@R^o@Fv@In@o@rB\\XRf@Hx@r"
    "@bCT`BHfBVpAbKfJvHlHVSLm@JuMd@qFDgCj@xBZK\\_@Te@?s@UuCZpA^|@^EZ_@Ho@LGdAdCxAdAp@?f@i@AcBBc"
    "BHy@XSTF~@p@VELXhDgJb@bHtBzCvAxAtAa@xAy@vAdA|AjDXXZARUEaCA_CFaHFw@XoAb@w@Th@Pv@fAAdAm@z@Xv"
    "BrB~@N`@WT}@Ky@[i@p@`@h@x@Pd@RSr@aCjBn@NNXj@XULo@BoGv@kOLkGJ}@~@aBAiC_@qBGgCHqCRmCVkBb@{An"
    "@gBz@mA|BuA`AFXa@Nm@EuAW{@]MCa@`AeAr@_BPw@B}@?qCO{AGq@OwCc@o@D[NSTq@Py@f@aBfAwBJkEHkHEgCU_"
    "Gi@oA_@WWa@RCPJ\\FWcFKaAq@_C{@qBWeCa@sBkCyB",
    "o}eDueeBi@Xi@GSs@EaAU{Bo@sAa@MWc@B{AAyAc@_BqBgC}@o@sAMIp@HhAOnBFjHRh@rAfB|ArAX`@VrAApAkAjB"
    "uBfBYn@OnACxA[h@g@RYj@Uz@fEkCr@}@~@G|@Q~@u@bAK^d@LjAFtAOhB@~@JrBq@tI}@pGyAzGm@`Bq@vApAYV_B"
    "fB}ARw@bAmGRq@|@{AZaAH{AG_BBcCAaCMaDTw@\\s@`@{BHkCAoAMeAS}@C{@p@wAp@wFBaC_AwF@wBMgAEkAa@eD"
    "w@kC}AeEc@i@g@[Cn@Fh@bAhEHj@@tAa@n@c@dBEfCAnCFpCLp@v@pC`ChDHh@?n@Wx@]j@",
    "s`gD_`aB_C~BaAPoBOi@JiBbD]nBG~AQzAYT]Hg@bCGh@\\jI|B}BvBmCr@u@hCwBTi@Nu@z@iAvBKl@@PJCf@?nA"
    "\\VhAs@bAQx@q@lA[FWEe@@c@PKb@D`@`@Zh@f@lBTh@bAPZIX[lAiEXk@Zc@ZOX^N|@DhAFj@`@tBXfAHKMqB?_AP"
    "cAHeAaCiIo@oAmEYyBNcAGk@We@HG`AWn@_@Cy@q@s@oA]a@_@E_@D_@PuAbA",
    "kneD_x`B{AxASx@QdAQf@S\\c@|@IzAFxDh@Nd@ZnAjBf@Rh@F\\Z\\JlA{@jAeAjByBR]P_Ap@uBJkABsEKq@UYgA"
    "p@o@s@iCk@mCB[T",
    "godDupyAd@z@RrBbAjBhApDx@zAr@hBl@fAv@XrALnB`C~@v@|@Bv@i@To@C}@Sw@Wk@My@`AiABu@WuCQwCWgB{Ay"
    "Dw@{Aa@e@",
    "mddDi|yAgAg@g@k@a@_AeBiBQ]",
    "iwiDuy}ABj@@pAIjAVlAUpBCx@@pADb@NjBPd@JHL^jBc@n@iAh@oAFa@p@{AJ_@?q@g@Mi@@@k@Y_D`AeBJi@W]s@"
    "b@_AqDSe@GcBc@KYJO|@Et@Dn@]XYvB",
    "ssiDg_}AFpAHxAp@dB^zCPd@bAdAz@uAPiAYwIYJQACWd@e@FcEAkA]Oc@x@o@fBu@nAaA~@",
    "aykDi}zAbCvClDY|@CdBd@T]SmCqA{JaBoIg@uAy@qA}@aAiCcA{BLQXu@nBc@vAM|Bt@tEx@jE`B~Ch@tA",
    "mcmD{~yAZe@lA_CbAsCl@gCp@{BvEoJt@yBJ_@E_@W_Ak@wDl@pBt@xAnADlAThAt@hARb@[TcAJeADgA\\tB|@`Ap"
    "AhCV[Lu@Du@Oy@K}@OqCe@wAWgDO{@G{@TcAb@WXg@\\qBPg@^m@Xw@[g@e@O]@u@XY?}@i@`@Lb@ApBiAdAkA`AyC"
    "?]m@[eB_@^mAl@cANyB\\kAbAyBl@_Cd@aGf@cEIeAa@q@r@El@e@W}Au@w@p@Ll@ZTBTGJe@@u@E_BF{Ah@k@`@aA"
    "RYX@Vk@R_AzFuGNoATb@VNZm@^]^B\\W^M`@AbCuA|BgCdBy@|@kA`A}@pC{@rCg@t@Aj@Lj@CrFeHh@eCCmAKaAcB"
    "QfAQZFx@t@^Bj@c@h@k@dAf@`@cALeAPa@XB`@Xb@CTq@N_AVm@\\a@n@sAVoBAcEGgAo@qB_@kBf@Kd@p@Np@D|@B"
    "lE\\z@j@CKvBPpBr@dCB|@G`AJ~@rAzDZH~@A~@\\\\k@Xw@PcAXkCRmC_AoDT_Dh@gClB{DpBsDr@c@tAOXQXaARm"
    "As@a@{A{As@DkCn@i@l@g@X_BuCkAeEo@i@g@Mg@PqAbA_A^m@FWz@YZE{AWkBk@a@WEO[BcBz@Ka@uA[i@Ii@As@t"
    "BbBzBh@fAIhAApC`At@A`CYfAa@t@Xt@@v@kAl@_BVcA^q@LaA`@{FBqDt@Cv@QpFiD\\h@`@T`@F`@I`@YAm@YsBW"
    "i@a@a@U{@c@wDA}@B_AAo@UW{A{@}DyAo@u@g@uAo@s@Su@Wi@sCqB_AG_AJaCbAyBjBiBnCqBfBkCNeAIcAL[\\o@"
    "vALx@FvBYrBg@rB_@zBEz@J`CH|@f@hBTrBMlCGlC@bCG`CS`C}AfJu@rFQgCBwCQu@[]a@^Gz@CdC[dGe@Ji@g@En"
    "A@rCStBOl@cA~A]PwAVaAD_Aa@i@wAc@}AaC{Ec@iBc@_DMc@}BmDO}@QuB[sBS{@{Bw@_C_@_CiBu@{AC{@ZiB@m@"
    "]m@oBeCcCiCiB}Ay@?u@rAw@bAkHhEo@|@i@rA{@x@aAZ}@t@w@dA_C~BkD|Ci@H_DG[\\Yh@WHuDZ[\\Yh@OpB{BB",
    "i_lDcyzAZLhCa@No@@W_@o@]oAo@[S?w@zD@z@",
    "uywC_rfB_@|AE|@TdAFjB`ArAv@SP]b@cDCiCUu@s@Fu@kAc@v@",
    "efxCyjeBXb@\\w@XmAJqAJgCB_BOw@I@m@v@]`BQ\\AxAHfB@vA",
    "igxCu{eBCrCf@g@`@y@p@k@~@Ml@e@^cA?_@AYISmFdCKx@",
    "spxCabeBHj@T_@jBq@b@C|Aw@Z[Re@EeAMi@GuBWo@m@vAs@jA]`@{AjA_@d@M`C",
    "asxCofeBP`@ZGZg@f@eAh@}@v@g@`@IJOKwBc@GsBnBe@|@w@dD",
    "auxCuzdB|@FPOGkBQaA[@_@`BDpA",
    "}wxCa_eBHLn@qCKsAKUYr@St@O~@ZbA",
    "}ayCuqeBc@p@[_@@h@Dh@`@tBv@YLe@B]GQEy@W?Mq@",
    "ukyC}reBAtA_@h@G~@DdBZtBL\\f@WJe@D_@EU\\[Sk@L_AnAf@V@BgAC]}@yAc@Qg@Ro@i@",
    "_oyCy`dBOPS{@e@pAUh@]f@\\@Jd@FFtBcCjAh@p@e@N[[gAYeDs@h@Kr@BLa@^c@rA",
    "wiyCc{cBs@nBKf@X|@RvAJPf@_@ZtAPiCf@wAWwAIGKBKT}@mA",
    "}|xCszcBfAf@pA]IcAg@qAa@B}@t@Wl@Nb@",
    "sd|Cu|bBlBtBXERi@KaFMcAmAGm@`@Wb@IjABl@Vf@",
    "ml~Ckg|AJP|AIz@|Ah@ZvC?PKL?FRn@MxCsARkAWsAu@sBoBWwNGu@dBE^lBdAT~@",
    "a{iD__cBXT\\W\\wAIcAa@m@]l@Gz@UBP|A",
    "cueDiucB`@\\d@AFyBK{Cc@Yu@^Rf@OrAPvB",
    "szeDu{cB_AjDh@bD]zAoABS`@Mh@Gv@Rl@l@f@r@y@Lw@HSdAh@RBJmAOmBn@q@l@qB@o@QmA@_AYEm@tAUoAQa@UL",
    "uwhDur}Aj@bBi@iFGuBg@gAy@eJMHS`@\\dGpAvDX~D",
    "suhDot}A`@lBTe@LAF_AGgCZwCe@@Il@KNc@pCAfA",
    "}ffD{b`BLh@^ZZAIi@FURH^^f@`AX_@Bs@AUo@yAy@OoAuAc@BFt@Jf@Ff@@n@",
    "smeDkxhBTVb@GB{@c@gBWoBX[VeA@qAUwC]J[`AKzBS|Af@~BPfD",
    "oydD{bhBLb@bA_ACeBFq@Pu@Fs@Gw@g@fAWpB_@lBGl@",
    "{sgDu{zAn@b@_@yAgBoEc@d@q@FhA|AjAd@VrA",
    "abgDyh{A^hBb@EbAmCCcBE_@YIuA\\QnABhA",
    "c_fDqc{A_Bl@w@EKh@t@`BnBkARoAUW",
    "_kgDijbBGbA_@~@H`BLLGl@M`@XVRK\\^Rj@~@PTg@pBo@hAiBH_@mC{B_Aa@s@@aAm@QA",
    "eexC}a~Al@DrAmCLk@Wi@YB_BxAQj@RrA",
    "mcwCqt`BUfD`AsBAoAHs@f@aA\\oAL_EIg@YAsBzFGh@@xANZDn@",
    "s_wCodaBf@|A`AAJy@AkCNk@?QKoAKQiBbEAdA",
    "iyvCyraBC\\xAcBj@[d@oBIs@AiAE][Ic@t@YbCm@xBMbA",
    "iavCatcB`@t@p@s@QiAGeB]qAI}Ax@cG[IWZe@lDa@fBLjC`@lD",
    "u~tCc|fBb@H^WZaAtC_El@A^q@f@Oh@_CHeA_@_@QeAq@\\w@zBy@l@OV[bAcChDMv@Ix@A~@",
    "wzbDkc~Ab@\\`AcCZkBE}@Ss@IMBw@Y[]BQjAURKfAHxF",
    "aocD_}bBKfAR|@UtBw@{Cu@S]XS\\Kz@R|Bb@z@j@HTiA\\GR`DHVXRVk@BWa@iAPwEXf@bAdEr@vANm@ZeCKkDi@s"
    "Bc@FgBc@]N",
    "swbDoxcBWp@Lz@PMr@?PBVb@L?Iu@i@qA[Jc@K",
    "m`bDmd}AT~DJaABoDLuAIaB@{FOsB_@rCGjAJxJ",
    "_g_Del|Aj@Rh@i@?u@Iq@_AYa@?c@b@Wb@Kh@bA@Xb@",
    "cw_D{{_BtBtEPw@IyE`@eCCeBUqD]gCcA{AOIBdDM|@Ct@Dl@KpEGr@N`AGv@",
    "ojcDm~wAr@@NKDeBOw@wBiAm@cAcAkCg@c@IOG@EjBQ|@A`@z@t@r@zBtBpA\\b@",
    "uadDi{zA`@fATzBTd@j@TZ{Bn@DWkBUi@_@?Mj@GFgAwDMAKFITHrB",
    "m{cDi}zAlA\\n@nCd@AT~@BZAVBXNV`@g@^p@JLl@{@h@BJIs@gBgAcBKc@ZINMBWm@M_@CW^OA_BsBg@Z[ZOf@",
    "{pcDkzzAJp@tCCCaAi@gAMWm@UaAf@H`B",
    "wviDk{|A\\JN_BYW[x@Fp@",
    "owxC}leBC~@d@OXiAUs@MSMfAIX",
    "o~xC_deBC`@p@cA@o@EU]r@Kr@",
    "ueyCeeeBb@`@j@iBAWCQGKYt@_@RGr@",
    "omyCiidBCZX_@NSHOx@}CWH_AhCQp@",
    "eizCyxgB@lAd@m@FwAM[YNGbA",
    "a`zCgngBVBDa@Ay@Bo@Da@?{@U\\OZSRMJGHLrAZl@",
    "kv{CwogBZz@Ze@k@yBIGAjB",
    "ow{C{lbB~@p@RmBi@_@k@Z@~@",
    "y}zCw~`BTZL[B_@Ig@]CMJL~@",
    "sszC}z`BHT\\KT_@L]B_@]g@_Af@LrA",
    "gv~Cif|AFj@ZIXkAKSOGQFO|@",
    "{x}C}u}AJf@r@AHo@a@qAWES\\BbA",
    "gwyCcx|A`@XXUJ_@e@oASSQEIj@LxA",
    "ymuC{qfBBXx@yB~@cAYOu@PUPSz@CrA",
    "qktCmxjBJ^^Ob@gBKSWHi@VCf@@`@",
    "wucDyibBd@FXa@AiDWc@IDGp@Il@Sh@HvA",
    "qocDas_Bt@hCd@Gl@yAJcB@c@_@w@gBPQp@@rA",
    "azcDw`bBIl@`@ALuAAo@c@xA",
    "_ncDwebBf@|ABq@Gm@I_@QQGr@",
    "_naDolzATJTOGgBJcAUw@E_BI]K\\GRIHY@Eh@@d@Hh@\\l@Tp@KlA",
    "egaDq~zAV@Bm@Go@WUI?Oj@CTN\\PP",
    "ak_DmkzANf@j@eAJ_@a@m@KE[n@@`A",
    "qr`D{}hBQlBCh@fBx@|@gCKu@",
    "sn`Dg}gBDd@n@}ALaAEu@q@CW`@JpC",
    "s}cDcp}ADv@R_AP]AcAYVOpA",
    "gvcDki~A@rBTEPg@Dg@A]IYc@X",
    "wdbD{f|Ax@DNIDoB_An@SBB~@",
    "{l`D}yzAL@VUIo@LoAC_A_@c@aACAn@|@jE",
    "ey_Dmj`BRdE`@oBe@eCQY@hA",
    "gweDsceBPb@PKJo@Cc@OUQNI`A",
    "ypiDuzaBNNDq@IaAIKKBOVXrA",
    "{biDin_B[|@`Ao@|AeBDcAoAfBy@r@",
    "stgDekcBLz@Zd@lFfASi@Ii@OUWDKMICMDWQo@Jq@IBw@w@L",
    "wogDctcB^@v@q@_@k@UIQYI?WTMd@^bA",
    "a}fDm`dBVBRcAv@iA`@aCaCtECt@",
    "uxeD}fdB@`@Po@JKK{BGUItAAtA",
    "cxeDi~dBRLDCDo@ImAW?IJAx@Ll@",
    "_veDakcBDVx@]NO]cD[BWzC@X",
    "unfDog`B?p@BN\\QT@RwAESg@VMHOV",
    "}kfDaf`B~Az@UoBK]o@\\Mr@",
    "}keDurhBAp@`@oBLaC[l@]`BJn@",
    "gneDynhBHJR]Ja@Aa@MQ[r@?\\@T",
    "eudDsfgBDXTgCQcAWXEVT~@A~@",
    "ighD{c|AFv@V]TaA`@IXOL_@}AMa@nB",
    "ymfDqd|AX\\f@{@JYYy@[QQXGXBZAr@",
    "axeDut{A`@XIuA@cAy@T?t@DRX^",
    "qrcDgtxAp@f@?sAg@kBa@c@Sj@APr@f@EtA",
    "_xbD{ixAZLz@a@JSq@w@g@mAm@G[NH|At@fA",
    "qxiDo_}ALF?w@Oq@O[QAb@~B",
    "aviDet|AHPLc@@WS_AQc@UADr@ZzA",
    "}afDm}`BZ~An@CFMy@{@YQ",
    "i{eDyo`BMp@v@_@Vq@W]MG[dA",
    "_kcDoszAPbA^SGaAOe@k@w@k@IYRGTbATZx@",
    "smjCewkCaAgAeAiAgAkAqAwAeAiAw@}@",
    "szjCcelCABCHWZWJ[Yc@SQJA`@TbDA`Ac@bCm@xEk@jEWbCYv@gBv@uAl@s@hAw@fAg@j@Qx@Cp@@b@Tj@bBtBJb@@"
    "n@SpCKxAAvDGjDa@nA]p@On@c@|@]n@YZK|@DhAJ~@C`@SV_@~@C|A@~@Kx@C~@H~CA`A?FZBVV`@dBd@Xj@Fj@}@d"
    "@_AHc@FcARm@f@Tx@F|@NJL@\\Oz@MnAEnBQhAEVcB|EYl@EZFpAP|ACjA_@pA[x@XlANxAQh@H`CGVSH]G]c@YEMH"
    "UaBQMa@XeAxD{@zCO\\KPy@pAg@r@u@SgAAk@p@W`@ADC?uAzBe@IWb@GtAJzACh@e@FqAz@iAr@e@Pg@d@c@~@eAn"
    "A}@|@MrA",
    "smpCqrcCDg@E_@QQiAWsAo@a@YW[Yg@W?kAz@Yd@MrBIj@HrBj@zGGhBe@jA_@t@",
    "e{pCs~bCBTbAzAJn@Mn@[f@Kf@KvBa@^cAlA{@v@eBc@[Vq@Zg@FURMP@XAVw@D]LaBYcBa@m@kBUGw@g@y@j@}@~@"
    "a@PaAH_AGyC[uALmAwAO?a@bAuADk@_@q@Y_@GW?]D]WKm@@cATkAPk@@WEu@MmA]wATuA\\aBTIv@Vz@El@y@b@iA"
    "F}@IkAOcACY",
    "yjrCqncCk@?}@Lo@Re@?cAyA_@Cc@QMOKJg@Jg@Ec@We@e@_AoAMm@?i@J[JMCc@[}@cB}AsAqBo@uASgB[qBYk@{@"
    "[gDi@u@m@mAsAg@aAUu@A{@s@Sm@_Bw@aB_BqAuAoB]P_@r@Ox@C\\mBb@QEoAr@kA~@g@NSAQSSw@Sg@MO@_AkByB"
    "aByAsA_AWX[p@c@zBU^y@QILHj@d@v@p@r@^f@IfC@n@MLeBeCq@[Q^ChAi@rCOjAdBtDd@|AA^@^Zn@APU\\YTKAU"
    "k@_B}@[JcA~A_@DqAZu@c@e@^oAvBQT",
    "qmuCa_dCDfABnAS~@Av@Bp@Nb@l@Rb@z@|@xAn@dA`@~@L~@CrAItAoB|H?v@b@Nl@c@h@s@j@gCd@i@b@GxEdAl@R"
    "fAp@p@fBb@|Ad@b@v@hAvC~EvA~Ax@b@f@p@TrANx@DpCIrDUrBKVA`@T|@\\r@L`@JbDXnAl@tBh@xA`AdAXv@VfB"
    "LvA?^GZY^a@\\Ol@Av@VfCj@|Dr@rCr@lCJn@l@lDh@nFX`DVnB\\Bb@c@tAm@t@e@h@a@Z?d@Vd@LVOt@cBNJHn@c"
    "@|GWhBBnDHxELlFFv@V|@\\PZYTDDf@EfBZrBRdBE`BI`B_@vE?lADfAPZZCL\\Jj@^`D^P\\Wl@mBZ_@P@F\\J~@J"
    "j@^d@",
    "c{rCm~|BDoANaLLcCHwDLw@ReBRuAPe@HaDBeE?}AXaEV{E^FRs@L?l@p@b@OZD?dBEjBJd@fA~BPrAAxAGtBJ|@^v"
    "@h@Zb@MVo@T{BRcARONP@lA?`ABDJIJ_@`@uHp@mF@{AOuBUuDy@oBGo@Ie@MGiAHYQUu@_@i@_@QYEg@h@QWKkAQi"
    "AIc@[Oc@CIMIYGaBm@}EOaBAO@mBMOiAt@_@AQUEg@Hm@r@qA|AmBtAcA~CH|CTl@Kx@]jCBjDP~@I`@?~@JfB_@hA"
    "g@~@k@jAg@P?HMFc@@m@OsELaIKuB|@gGTq@\\AP`@D|@IdAVjAl@Xt@Yj@c@x@oAh@mBByBRoAXe@RIPFNh@Mj@Qz"
    "@Df@NDVQd@Hd@_@TATK?eA`@yAv@cBv@}@ZFJdAAVSL[f@Ef@Bd@`@`AX|@t@zAl@fBJnAPfAFlAKt@W`@y@X}@fBo"
    "@nC[h@s@n@_BDOf@MfBQb@q@p@Cb@Jh@T^f@Tf@Fd@Kx@I`A?l@dG^zARAp@k@TFx@fFFv@Bh@_@xAc@hAk@Za@U["
    "\\a@hAw@p@oAVm@x@Cp@@r@FdCFlAh@jE^lDOrAK`@IXa@`AW~@RdDKj@m@Zq@TQZj@fDItBQlBKrDAPBl@]hCi@nG"
    "CdB@jB",
    "_~pCqb}BLrDj@Ag@vBKvAEvBn@L^MZgBL~An@vAPk@Hm@@qAYyHBa@LWXKH_Ah@lIQfCF~@jAr@lA}BHg@DdALtAfA"
    "Od@aAWsBm@qGG{Bz@yAr@u@\\}BKhC[n@g@`@i@dA\\tA\\t@x@hEbApBpArAfG|Bv@p@pAzCr@rCHtC]`DW|FSr@Z"
    "|Ap@`Bf@bCChAHn@jCbD\\|Ad@~Al@u@Z?e@jADp@JZb@ZhEvBxCpBj@EGa@[]@cC\\WVGtB|Cl@|CI\\YGmAwAe@V"
    "Ab@vBfCzFvLJvA`@`Bj@zApA~EzClIh@zBxF~Fl@lAdBxFhBjEzBhDrEvE`CjEf@fCBp@M`AWz@Ep@JvADn@d@vB`A"
    "tApErDZEjDc@~@`@XrAz@zIv@zATrAFx@`@AZYTRVuBh@W`@GpCtBp@|AhB|LZ~GY|Hc@|FGpBBtCRfAJtAOnDm@fF"
    "I~AAdBa@dFVg@PaBh@{Br@zB[vAaBhB]vA~@bWn@rGx@rD^bAbAzGn@vIHdCUrCVtA^bA{@]SnAErAAjND`Ol@Tp@B"
    "j@M^SlAZh@v@`@|AA`DnCtK^dCJ`CSbAc@dAo@Z}AZm@d@]bAlBgA`COtH|DpAbCl@pB\\dGDnDb@pC`D~EdBbAd@z"
    "@vBmAbCcEt@iB`EyNb@_Ad@wEFqAH_@PUH_@h@wFPcGZ_HURa@|AOjCA~DWTUQ|@{Lv@mBLGLgA@wACk@h@oCNwA~A"
    "wLj@yH`A}Ij@{BbAmGv@}Bz@gDn@kAPe@jCgQh@cIb@wCPsBp@mN?wADaB`@qE|@aFPkCAw@f@{EFcBX}A\\sA^cAh"
    "A_FZu@p@oCb@kGl@gBgA?j@aBT_AVg@a@cBt@@\\{@f@yDhAqEJqB~@aJt@sYr@yJCkBz@iI\\{EJyDNyBLqFVmA@m"
    "@OmBk@iDOkBRyCf@~Cb@l@PwB?_DBg@Iu@aBXnBaBJy@Dk@WoAf@aANmEJo@Be@U{G_BoPG}BHsDRmCHwCDe@`@M^w"
    "@d@_Fa@gAYi@b@P\\Ey@gBq@mAuB{Aq@{@hAt@jARdDK[oE[eA_@e@l@Jt@QQsEi@k@k@Iw@]z@a@|@QhAb@bAYrA?"
    "a@Za@`ANpBPfAl@n@b@jAJ~@Rn@c@^e@VUr@YlA@tC`B`J`@lAvFtE~ArBnEtCnAZvA]bCqBdEeHr@_B|CyJpBeEvA"
    "yDjBoDdBkFRkBEkBe@{@k@Vc@zAWh@UNwCmCy@Dg@eAq@LgBmBk@Es@UsAwG}@qDg@e@@k@Hw@^LRt@N`ANd@n@c@`"
    "@Df@TtCfB|@|Af@PlFeBhFkF`B}C|@gE|@oFSaA_BoCsAoBhAp@pAdAf@n@j@dB|@VTwCNsC",
    "_rsCc}kB`@~A`AaH\\Q?iCOw@kA{@S`@g@jGTbD",
    "gosC_plBr@jBVaAIk@UYUa@U|@",
    "_esCepmBOj@\\G\\_AG}@KWWpB",
    "gjsCybmBj@@Jo@Ps@Kq@WK_@nAGv@@V",
    "{ksCgimBXj@FE@_@@WBg@BiAU{@SJH|@MtB",
    "{~rCcpnBXFLg@@m@M]KMM@MlAJh@",
    "{yrCecpBNf@x@]EwBLsBIo@i@sAc@c@WnBIlBf@jD",
    "e}rC}`qBXVZ]Um@C}AYr@?z@A`@",
    "w}rCofqBLZP]p@oEHcCLm@QaAWUKiAEqBS{AIYg@?KKDwAVg@FW?sEEuAO{@J_CGo@]aAMoCJi@[{E@qCe@sCy@aAQ"
    "AAzBEh@`@hA_@`BB`@JlAThA\\^TbBLd@k@hBMfJ^`Bd@RGnFDr@d@tBFr@Tn@Iz@QX?p@N~B@nCTtB",
    "ybsCoxqBY|Cj@eANo@Ua@KE",
    "s}rCivrBPhA@_DGSGEKNF~A",
    "ochCozpBBF?SCa@EUA@?TB\\BL",
    "ohhC{pmBFLFDDA@M?KGLIKIc@AKAD@RDZ",
    "cfxAqwnD_ADgBg@k@YiByA_AYaBDm@EAHz@b@n@JdAt@~@zBp@z@AXy@n@_AX{@WYHW`@Kb@C`@JfA`@hAn@z@ERe@"
    "HwDg@S@IRAd@I^Q\\D\\nA~A_B{@iAQaC\\s@b@]z@m@SQ@]`@?b@Rt@Fn@TRh@LJPQb@[b@e@@EPARDVJNRFXX_Bx"
    "@KRA^F`@Nb@\\TbABj@VMf@?r@Jx@v@zAr@n@p@\\xAIn@WClAp@n@If@QRHr@Tr@f@t@l@`@xAh@jAdAr@Z`CAdCj"
    "@xD|A~BjA~AtA`ChC~Az@t@LjBLxAd@jHdAbBd@Lb@h@t@@PQNCPd@~@hAj@`@?h@g@R@DD?JWn@l@R`Ev@jIg@`Ck"
    "@`DaA`BQfCCnB}Ar@y@BWE[IQQIe@?CIZm@ZNfA`A^Ch@_@@_@pAKfAg@fAw@HUa@_@DEXEr@HlAfA`@P`ON`CFXHT"
    "m@RiBFcAEa@Qg@[FY\\Wl@[TqDw@iAc@]c@c@y@g@_@Q[c@{AYi@[_@c@SoAMt@Un@?hD~Av@?AMW[y@o@f@ANU@k@"
    "]iAiC}Ao@MMSPMZIjC`BbB`@\\Er@e@NQVk@CYo@kAFO`@EvAgAlCFzIi@fAPtBz@fAR^K\\_@Zk@Vu@Ie@m@Ua@I}"
    "AJsBe@iAGSEk@g@UI_@LOZuBk@g@SCMQOw@Vo@?y@OgBEeFCc@c@O]SmAFOpCfA^AfDe@z@i@Sc@wAiA{A{@eC_A_@"
    "YC]xAs@hDLj@}@jCe@|AVp@e@xBr@jGjAjBt@v@N`Ai@pBq@~BMJ[iAwAs@Os@FaBz@cARtAyAAa@Ds@XUXy@IQa@G"
    "cARcDbBoAQk@c@y@[NMjCAjASd@[`@q@KUg@SwBDnAuAt@o@DWC]ESKIiCp@]@Z_@z@o@BQYMK[AUi@Qi@Ai@PcCzA"
    "SXE`@Dj@CNs@Mi@PSCs@_Aa@LU\\EZCb@HlAAHc@k@}@AGUAqADcADMhE_B`@Uj@o@IUe@U{@GgC@MIXY~@OLMF[jA"
    "NrA?nAO@U_@]aAs@]M{AH{AOiAPy@r@sAxAqBx@IP{@n@wB|BwBhAERRTl@XIL}@Pi@p@CTf@zCR^XPnB][p@oAr@Q"
    "\\JZGF]OKNDn@Jf@R^EL_@C[Fm@j@e@dCQh@Me@OaBOq@MAMOI]UmBkAqAc@W_@EQHw@tAa@LQCWy@]oBE}BNiCIaB"
    "c@{@m@Qy@Vk@b@sAfCcAfAy@lA]Vy@LMEKQC]JcEO}@Wk@iBWw@[w@k@k@We@Ce@Pe@d@}@hAmAxBcBzAs@pCIXK@M"
    "QG[A_AZuAzAyE@g@Ka@aAAuCPq@`@eBbC]^OHGQg@WY]m@gAeBcCSC]Hs@b@WXo@Tq@GeAm@kA[[_AC]|@aEYg@gCo"
    "@uBC[LkA|Aq@l@Yd@ErA]^y@`@",
    "e|jBy|wC@?d@V|@L^Iv@jBNRt@`@j@Nd@ML?fDEtAWv@i@d@m@Pu@h@]bAKt@s@d@{Ar@iA~@u@r@kAd@cBbAwAbBo"
    "A\\O",
    "kkiBk~xCwA{Bk@c@s@DOICQGi@Ee@Cc@DSVEJyAKa@KWLkBCc@g@E_@W[YGa@UcARsArBu@DUYW]a@OYUC_@Lw@z@S"
    "HUQUC{@@s@MJ_A?o@Fe@Eg@S_@EgAa@q@",
    "ugq@mzrBCyBl@q@VcBTcAEi@@o@|@e@z@Z`@QVY",
    "m_q@qisBi@{@Cc@L[LOCcAGoAW{DFa@f@w@p@Et@PX[V_Af@_@bAr@hAlATZRCFy@BeABOf@Wl@QTSTm@v@{@Jk@hA"
    "gBLq@Ne@b@m@ZHzAy@LE",
    "qdp@entBKs@]mA_AyACgANgCNyAGg@S_DOe@{AoAGKiAqBoA}BsAiC}A{Cs@yAWg@",
    "gxp@m}uBu@^i@iAWWy@wAQS_Bc@m@@i@vA_@p@{@i@s@IqErAsAe@wCGeATaBuB}@WiAu@Hy@PWoBVeDvBqDU_A_Ai"
    "@QuDxBo@|Ae@F[SGSb@SN]oCx@mGzLEb@rBaC|@HNRCfAE`@YBSSo@V]n@e@fAWnAW@Wo@m@E]r@UA\\sAdAqAQAyC"
    "rCi@vDe@h@c@x@",
    "swq@ytvBvAxAZAg@eAaA{@w@[m@JzAx@",
    "ear@ywvBh@`AF]S}@Ya@W@DZL\\",
    "yuy@amzBK`@YfFAjAXnBCj@w@fB?b@Dd@n@`Bb@bAKlA]fAC|@HpAj@bBVb@bABDL_@`Be@nB}@tAMpANjA@|D",
    "_vy@spxBl@{Ar@kA^]^StFHZLTVTJbAVbAB|C}@|@_@|@SfADfARx@j@h@nAFfAXRx@uBt@qAz@}@zByAVu@H_As@i"
    "Ew@e@_@EeAVeAl@}@\\aBJu@p@uJjAeAV[GW]Su@Wi@oBGUQOy@?y@`AoAdBkDxAmEg@cAN}BOsBSqBvAaBhBaBpC]"
    "j@YVgAUaBm@w@u@_@w@WeC[eC^qBbBuBnAqCXcAZ]W",
    "_dy@ekyBHnAlC_BpByBCaA{@Mw@f@qAnA_A`B",
    "mfy@qxzBWXH`@v@Sx@e@PHJC`@c@][]Ga@@eA|@",
    "_b`A}zmBSPoAvDm@f@G??o@i@RgB|ByClEwEdK}@tCg@dAaAhDQpA@jIv@~ELfDB`F^~Bk@eAKiEe@{Bo@eCaA_@eA"
    "v@w@Ho@f@iBvEgBjDc@fCmBbA_AjBS|AMrFTpJEP",
    "k_bAamfBVNRV\\Qh@Hh@Vd@LhAi@TCNQ\\oANId@d@n@XVEZZVb@p@zCVt@ZXt@Ax@Dh@d@h@RR@DrAHf@JV^DZAPc"
    "@\\Q\\MPSLDJb@H\\Fv@j@PP^IfBBf@H^r@Fj@CVf@^j@RFTA\\s@Z_AhAm@fAc@n@eBJq@TUv@yB^mA`@Sd@a@?w@"
    "@u@NUVMF]AgACwDDoDr@{@Ti@f@cGPsB@wAMaGMoBg@aFWkAAw@BiAJoCeA{A[e@E{@c@mAOiAMy@B]NQRu@d@}CL_"
    "@Jk@EeAMkA@_@Ti@p@cAf@C^Yl@Ab@GRYCi@G_@_@oASsACsAEmBG}AEkBp@eALy@Rq@T?`@Ur@`Ah@KZX~@Eh@_@p"
    "@T",
    "seyAmorB@zA_@bCB`BL|AJb@PTp@ARR`@b@?h@Yh@Uv@Yl@i@p@Cx@AnC@pBxBpA|ALnAG`@`@dAtArAp@j@BR\\`@"
    "vAzA~J\\zAVz@",
    "ynxAaqpBZoAUwCV@l@xBVBCoCXE\\Hh@iABw@AoAYq@BSVEZJNU[eBaBuAo@Is@QZiAz@]n@RVt@\\Hp@}BA}@QkA["
    "_@qB?k@i@QGOe@BWPAh@p@hCSj@\\jArB|A|@bAYUyCHSRYbBp@jAeA\\uAEiBa@gAEc@d@EbAj@xCkD",
    "e|wAiupBj@NRw@BUWSI?Qi@U[III@GzAHf@VZ",
    "_`xAevpBD^^CG_@FIIaBCMOb@ANEhA",
    "}bxA}zpB?l@TGFMMuAUe@WDGJB^JZTT",
    "}exAofqBBX^Um@aB]O@hATNNR",
    "{_xA}cqBXb@XQL_@Ay@]qA[JElC",
    "m~wA}rqB\\jC`@MXsA@c@gAKSD",
    "emyA}lnBDa@SiBNw@v@mBBu@PcAfAmCdAFSuB@}CTuAEwALBT|@b@SjA}Ab@{ADkAF]TNn@AlCiCdB{I@mAMeC@e@l"
    "@xAH{@b@kCHoA`@a@ZGRZZ`DT?Rc@CyB",
    "gi|AauoBJj@b@`A`@r@Hv@EhB?lFClE[jA_@d@e@Gc@M@zBHhCk@j@Uh@Kd@dAhARj@FpBAjB{AjAc@xAOzAEnDFf@"
    "V?Zu@Rs@V?n@Kr@S`ABVHN^Bt@DpDUf@i@j@[PWEQ\\CjALv@Tr@\\dCEp@?hAp@bELd@`Ae@j@M^p@",
    "ahp@qhxBDvGDbIBlFD|HDbIHzLB|GADaAMaBJW?",
    "ulp@gcvB]VWFo@~@{@p@c@cBPy@N]A[kE~F",
    "qdp@entBJKRCl@RTBPT@p@KnAEh@LPv@p@Tl@TjAV\\XEPJd@t@z@jB\\nA@z@Et@",
    "ywo@uusBrE}DfA_@jHB~BiApCoCbBcCdFkJ",
    "od_AswqBb@BMi@CiASwA]{@]NJbEp@n@",
    "swoBekmCJPZs@?[[_@MECR?l@D`@",
    "yykBamoCGdCe@Vs@vBB|@JRtAw@RXXILcAAUNg@HQ`@r@TH?o@_@cCMUYj@SOOgAAgAEU[hB",
    "s~kBgxnCy@nBl@[r@lA|@yAf@{AFc@g@uAe@vAk@L[f@",
    "c{kBeuoCTHPEPBNTAyASqBUaAa@]Mr@@vDN`@",
    "k|kBckoCZJ`@mBLkAMCMHOZ?\\E\\Md@Kh@",
    "qpkByrpCK~@dAg@p@y@h@mCxAaD?o@a@c@gAW]XQXE^f@|@HZ_@v@?TMlBOf@g@^[J",
    "ojmBwapC]zB]h@}@p@]FgBxA{BNOXMdAYt@Ej@Ll@QnC_@fCm@`Ay@Rw@AMZDtBVn@PHPKL[NM^AVo@x@aAHe@@}@X"
    "k@TuATUJk@@QtAKdA?z@o@P}Bb@a@Xc@Tq@x@yA|@mAz@q@~@_@r@d@\\GDYaAu@wAcB}@_@]Cy@vA",
    "ypmBkgpCVf@f@Qf@aCgBjB",
    "urmB}hpCXLY{Am@o@PjAZp@",
    "k`nBk|oCz@ZNCMc@?Mx@aAGsAEUk@j@IhAs@nA",
    "abnBk}qCdAf@hAmAAm@e@}AS[u@F]~@G\\Hr@Ar@",
    "ylmBq|nCTZVAPIFUIKMm@KKQDIPGr@",
    "edmBa~lCDp@v@a@Ns@BqBOw@IQY~@u@|AV`A",
    "wkoB_dlCR~@Tu@I}@XcBo@sC?gAc@e@FzBZ`B[nAMzA^N",
    "aioBwymCv@NI{AXgAi@f@[n@MHB\\FR",
    "ygoBmqmCN@Sw@y@kAuAcA[Eo@h@vAbAVb@~@Fn@p@",
    "oonBazmCp@j@`@_ARcB{AoCUJKd@@`CRrA",
    "yjnBu}mCj@vAb@INg@WsAo@o@UL@|@CP",
    "knnBkemCXz@b@UMUI]?k@HYEIa@j@Gp@",
    "slnBoomCHPh@iANi@Sc@}@rALp@",
    "ueoBmxnCcAd@QC_@JIdAj@JhA~@\\Md@w@z@EPO_@aAy@_@m@A",
    "{wnBinnCXBGm@q@oAcAC_Ag@M?\\|@p@z@`Bj@",
    "}tnBusmCp@FNG]SUSIYq@m@_@y@c@f@l@XbAfB",
    "k_oBilmCj@ZZx@`@i@?w@c@PY_@Fc@]PUj@",
    "yzmB_pnCd@v@DsAWwA_@EKd@VrA",
    "e|mBsgnC^`@KoANi@Ma@S]I\\Qn@XhA",
    "}}mBwrmC?bA@VpB^IkAEYe@b@MQESi@S",
    "_enB_mnC@vBNAFQ?m@EgASP",
    "{enBsvnCPlAh@yAn@}@Pu@Z_@FgAa@]OAc@vAw@HBt@OdAGh@",
    "mjnBypnCRhAb@Kx@oARc@Hc@WC[d@iARQb@",
    "canBmxmCHDLq@Bk@EYSCYtAV^",
    "_ynBcgoCt@`Ax@}AH]i@e@U{@NgA|@iB@kA{A_@u@`A[DH|@CRC~DXXBr@BP",
    "o~nBcopCHbAkApBYfAIdADR\\e@VKGp@Yh@j@Xj@A~B{@Z_AkA_BOe@t@Bx@pBzAq@Zm@FWe@eB_ABa@Ui@_@Ao@cB"
    "Kc@|@",
    "{qnBsvqC|@\\dA}AcAe@]ZU^Kh@",
    "qmnBsfqCRd@NbAF|A^BRSDc@@m@L@Jp@HT^Bb@]AaAFkAC[aBE[v@c@_@Mc@i@UFz@",
    "_mnBijnCt@DCwASU}@j@@Z\\^",
    "w}mBw_nCTP`@YI_AUYYRCZDp@",
    "kwoButlCh@VJCPs@WaCTqA@c@a@o@UgAu@oAoC{Aa@I@hAn@vDh@zAKhAbATbAfC",
    "armBoflCe@Fs@AKE_@cAg@AQbAf@\\HPGL_@Xi@IAr@Gj@UXUBs@Gq@Oq@a@s@Q}CPw@fAiBHcBd@s@YyAWMXJbDEn"
    "@YTWI_@u@iAi@mA?aAkBSEJr@H|BLhADx@j@\\`ADxBKvBR`Fv@`FZ\\Q?iADq@Lc@dA]`As@bGgA|@[bBNb@AXYPk"
    "@FiCMiCSc@Ih@YPWi@?}@Ky@QVMxA_@V",
    "_xnBmarCLo@tAuAfEq@~A_Ah@JnAgAv@^tB|B|@MbAkAj@Mr@f@rApCrAfAjA[dB?HpASv@u@~AXhASfAc@Lw@CcB|"
    "Ak@bB[jBz@mAh@iAv@[nA_Ap@Ir@j@Dp@y@|As@x@[l@QfBH`@R`@|@aA|AgFbCm@Tn@YxBQn@sBdCHZNJ`CkAd@sB"
    "FqCtBcBnBmBXiBWe@OkA|@Ld@n@~@l@@lAIfARfBRrDK~AgCnGm@dE_@hAeArAgAvC]pAU`Cz@pAb@BPe@YwABw@|A"
    "sAf@\\j@t@YdB[bAOzAw@GjAfBdAt@dA@l@HLXc@R]@o@v@gCbAaArA_AF_AzCoBh@}@|CuA^gAx@Ut@IbBCtEO|C?"
    "p@BhAPd@Z?r@sBnAyBrAqCVYRAl@p@|Bd@x@r@TJFZ[\\a@`A?xA[nBc@Zo@AYRGj@[r@Qd@@XbChAX^VP`@c@@wAj"
    "@m@h@i@p@Qh@{@Zp@UhDo@vBoAzHc@xDGzAPtCe@nB[pB\\CXg@h@o@rAwD\\qB`@Gz@NbArFAjCb@a@Zk@AwC@_An"
    "AoEd@WNeA\\kAd@N^\\FnBBdBTjAtAoCtA{F@gC}@}BFyAz@qDtAqBn@a@TwBl@}@d@]Fk@K_@yA{Bu@aEYIu@l@}@"
    "Kq@qBi@}@gAF_DvCmDvAuAjAq@jAYNg@H@w@Jq@a@[{A@Q[Oi@Po@^W^ETO`@Nv@e@Z_@N_@|A_AxAkBR|@d@^p@Dp"
    "CeAxAt@n@Jd@@l@Vr@Ll@cBPmALM@hALx@`A^f@m@\\gCb@mD`AkCt@c@DmAE{@_AOcB~@UKU]BaALy@ZCRF|@KlA^"
    "d@]Je@`A{Ax@{BzAqA|@{Fp@mBv@oA",
    "eokBy|pCK?UJe@j@i@HW]MYGi@Cs@EO_@DIK?m@Rw@ReA?_@OMY]Ke@[Qe@Ck@O]g@Ce@QmBIu@So@IaAS}@i@Ye@]"
    "[oAOcA?g@VeAPaAEuA",
    "yamBkwrC{@JiABm@gAiAEa@Iw@Nw@AeA]aAq@s@BSGKIMcA_BCa@Du@@w@c@OB[`BOZ]XcAhAKS[WqA`@mAv@aArAg"
    "AWoAi@u@Kw@Ea@OkARoAk@e@g@Ky@DcBPaBRe@De@Ic@KWs@UcA^",
    "qhaBkbkBj@j@^`AVbB^lBlBx@j@@bF@vExExBlAjAxBdBvAfAhBrCp@rFdDjA`AjArB|BfCn@A`B}BhA_ArDaBdCc@"
    "`Ai@NG",
    "}}~Ak~iBMm@",
    "k~~Ay_jBe@A",
    "q__B{_jBg@L[c@k@CKc@C{A?iAM_@CwAT_ELUlA[De@Li@NaBNsCZwDt@mHJkBHkB@cCKo@@aABcAc@yCiA{DMcAMo"
    "@AcAM{Ea@gGUeBMu@QwAEi@aAgB_@[Eg@Hm@C]OOWKQi@ZgITeI@[Lm@JeCVmA^WAiA_@}BGiANU@w@I}ABw@",
    "ee_Bo|nBD}@`@mCFeBQy@@aCPgE@}BKs@Dq@Vo@@m@Sm@@a@XYT}@R_BC{Ce@_HCWk@@?JgCCyCAwDCeDCGK[OgD\\"
    "iBOk@Ha@RgAKg@D[fAK?O]]c@]YUw@Kk@SHYCSc@Eu@_Cx@",
    "exdBsxyCZORkAEsB]wCGoBLeAQkBq@mC_@uCQ{CWgBm@gAoBgEIOBcB\\Mj@]nBc@fBUn@[h@kAXAp@Z~@Pj@O\\BN"
    "LFKJaAVQb@MVDN^VVVGdAuCPa@D]Nw@j@u@h@QRD",
    "e~cBss|CAU]iBgBaBH_B@{@Xe@p@OLYD[e@y@l@o@Ro@|@{@FU",
    "}pdBme`DXs@t@w@KuBQyAu@qBk@]_EQqEFwAfD^vAq@f@YMQkAKsAQYaA~@Wh@?hCWyDPcCK}B[cAWi@yCl@kDW_Ap"
    "@qCtFo@f@}@JrAs@pDiHr@e@pAIr@]^m@Fg@AkH^k@f@OVRp@@HcAKs@eBa@aAm@CqAj@_Ap@sBz@oBD_C",
    "ojeBy_bDgB@YD{Cz@e@h@o@@wAg@aAOWVc@HG?",
    "a}eB_}aDCRoA^a@n@e@hACjBn@jAf@n@wCQOj@Un@qAa@mEjC}BcA_@C[pB^pBlBxBYjAa@NgBOcDhAa@UeCkDs@c@"
    "oD[_@aAeAaAm@gAmBkCoBXaAXiALaArCeD`DyCMu@xCW~Do@z@g@d@}Bh@C@",
    "auhBen}CDPPZVBb@SVYEcANERg@Fm@TQlASXKRHN\\I\\OZi@j@BP|Ah@x@l@t@Vv@l@lBr@nALNJ\\vARPRGLORJP"
    "\\TJNA^lAzATHf@Pl@JHh@Qx@I^Xf@Ln@Br@p@t@vAZlANZXgA^s@TYR?BJ?d@S~@Yh@C^Ox@e@~@{@p@g@p@]dA?R"
    "FZLXJb@`@dAI\\[d@Wl@]hAi@bC[t@e@v@c@h@w@A{@pAaArBo@t@a@N[j@Wz@Ib@UV{@CkA~Am@dAYv@",
    "ychB{b{CDTBdA?jADd@`@r@PJHHfBcAFJFFZdEPb@\\b@z@`@f@L`@NdBpAl@p@\\|@?b@q@fBy@lB?|AXfADZQH_@"
    "BYJKp@BvAHpAF`@XBp@c@d@i@NW?]GSLe@n@a@p@Nd@TV?Xa@f@Yt@O^QFHCfAH^bGh@nAd@v@p@j@TH^h@f@n@JJK"
    "\\Pr@P`@EN_@^q@Lc@AUhACl@[`BFVKBJNlCPz@^z@f@`@^DAk@Gu@VK`@ENOCg@FWL[b@c@fAu@p@[RZb@\\v@ILJ",
    "_bhBamaDMlANd@|@_A~@?b@dBZB`B{ALm@Bc@MaC@g@]k@C_Au@cAo@AOv@Uf@oAj@KRGZd@t@JZKl@{@n@",
    "wjhBsz`DVCbAJbAQLcAKcAZk@X[Be@Cg@uBjB_B~A",
    "{wfBinaDtA@^m@`@KQy@WSqAd@YfAAV",
    "edeBs{aDJVEcD{@kDYBXl@F^H`AC`@kCHN\\lCRTdA",
    "aieB}xaDTZr@C\\YI[[UUCc@LGh@",
    "sdwB{}rCiBwE_@aCAmA?aBt@kEn@_Hp@mHd@yA`DgBd@uBzByClDaA`@[vC_EtB{B",
    "azyBiksCLf@^jAXd@ZDZNHf@?r@Cd@GL[J[jBk@v@cA|@}@fA]`ADl@RbBp@pAj@RLEZYv@_Az@q@n@N\\R|@WdAi@"
    "d@k@N_@Iw@`DcBnA[`@\\vBvC",
    "gayBwurCLNzAR?LS^BHxCBp@RfCYl@Jd@V|AX~@^pAPtA?ZH",
    "}pwAo}rBBaB\\}Ei@_Bk@y@]l@IxAW|@mAf@oA[o@J@q@OaA_B]cBQgBg@qA@WKDOfASzCl@~CLvBvBn@Kp@wBPsC",
    "wzgB_ufB@nAj@dETvCB`DK`CSzAMdBHdAT\\Ob@_@Fu@]sAu@mBmAgAi@wBX_A\\_@v@c@fFO`@]bBWtBCz@@j@V~@"
    "Z|AHx@Th@Zh@nANJXVbBh@tAPnAPhBCdCF~DH~BUl@_B^QXYnA_@jAuAl@a@x@[~@Cr@RnERdEGvCGpCIpEB`CXlA?"
    "|@KhATlEL`@f@f@Rt@DvATtBRj@?t@Sh@?z@f@hATv@r@Zz@[Li@M_ABq@Tu@^iCZ]Lv@p@hBrAdCz@JlBi@|A_Ah@"
    "}CZaCf@wCj@gAn@m@RAbArAR^?fAE`AI^Ih@@`AJvAB`BrE|Ad@a@Xk@^FzAp@`@c@`@WLR@h@ObFDvARpBJjAy@TS"
    "b@Sx@Yt@A^\\z@JhAOv@e@z@w@~@[f@Bd@XnAH`AP|@Cv@Yr@Bl@Nb@b@GZDXOrAsDPEvBjC\\v@VpA`@pD",
    "eufBez_Bt@eBn@}Dt@sBrB{D\\iCbCqH|DoHhCiGRy@WDcCbCQMM]v@cAt@w@r@a@r@BZw@PuAHgATkAhA}CP{@d@q"
    "AWKmAnAE_@Dm@lAkAj@CHu@E{@v@eFx@iDFqA{CrJUFYCaAi@Jq@\\s@ZVd@BPUHe@e@sDNFJ^RN^HlAaBbAcGPu@P"
    "{APc@lAsJ]Zc@hBeAUY}@W@WM]y@yA_GWqIFgELgE]_AKh@EfAMr@_@l@y@L{AfA_@n@G}AiBoA^[|A\\~BuBh@kAf"
    "@oCf@kAAcA{A}@WFIhAW\\IIC}@?kDZsFIm@",
    "ozeBileBWQU_@OE_@DOx@G\\]LY\\UGSa@YGsA?kA@uC?wC@uC?qB??iC?wE@}F?sF?aF@iG",
    "sxfBeufBEkAG_@@k@sBCsER{AAY@sBK}ANg@Rc@FoBJqCMq@B[b@KfA",
    "qxeBgltCLfDIp@Sb@Id@O`MBb@bAtDLr@B`FJz@Vz@h@~Dd@tAdBiBz@k@Zq@Ra@Km@[m@Ce@~@i@\\[?o@UkAH_Ab"
    "@B\\I@a@Si@[u@@{@^Y\\q@JaAWm@c@]XcARALMK_@[o@i@mCw@aAcBk@[QWq@[_@_@B_@PQTOUK}@Fu@CuCQsA]EY"
    "n@@f@I`BA~@",
    "avdB{nuC\\R",
    "atdBsmuC~@h@l@h@nD|FpAjANj@NrAn@fAj@`@fBb@hBjAl@_@zB@jA{ArCy@n@eC`AGj@BXSFm@?k@l@Rb@?TPNRR"
    "MJDAXj@Dl@OxBeAPIrAY`@[ZeATSJMlA`@Zt@h@~@bHtHt@~B|@~DBvAYzG{@tCGb@",
    "qqaBkatCEYMc@?UP_@lAc@b@GVVP\\",
    "yt_B}auCyAa@qAqCmAmOw@mRg@sBs@a@h@sAXh@Hl@LV]yPUqEe@yEmAtA_AvAa@lAi@|F]t@o@r@Py@`@k@p@sI^_"
    "Bp@oA~CiDNa@F_Au@@m@^Dc@Le@RiCPaIAw@FcAr@Mf@Cj@YzE}DhAcElAoCP_AA_Ag@eCb@uA`@O\\i@[eAUm@k@K"
    "{@Nw@f@i@H~BkBpEb@l@Md@WLoA]c@YcA\\m@f@Q|@@x@LL[a@iA\\[f@Lx@Lv@Ur@sA`@?VHb@_@d@GXHb@o@xEaB"
    "|AKtAj@n@Mb@_AZgBjCqA[u@_AKiAe@[m@x@w@j@MPSPo@YWQJs@FyAK^q@b@KNKfAE`@PhAGPu@Dm@UeBiB{AeGeB"
    "oBLoAQ}A}@g@w@eC_@}Bx@uBxEw@hAgC_CkEBi@fAO{@e@gA]^Oj@uEKa@Kx@s@l@{BHiMz@_CbAkE^wB@i@I{@sA@"
    "_AN{Bm@{@^B|AQvBUv@]`AcBEkBd@gCDeEbAsAg@qAqA{Cu@M[xAJrAs@Hy@Iq@_@sBoFwDiDw@qDcByAgB{@gCS[W"
    "YVo@O_OQ{Aa@kAu@y@oA_AgHwAk@a@",
    "y_bBwv}CEt@UdAMd@Jp@Ih@g@hAq@dAk@l@ME_@Kw@m@o@MY`@MR]nAGpAMbAWZwAHaAXQTUvCKTQQOWUCe@Hs@@s@"
    "NgAvA@ZLp@Df@KNSf@Bn@R`@DZ?PELOJiBPaBQ}@o@Iq@Qy@c@q@YOWRf@jE[r@ClAKbAa@Ai@J]Xc@f@q@d@c@JK^"
    "]b@k@hAg@p@S?e@Sw@Kk@@",
    "o_`By{wCRbBb@{Ap@qAHiA?Sy@t@y@pB",
    "idyB_tuA`@HN]HgAIeAAw@ZaB[w@W~@KBc@l@HrAAXNrA?~@",
    "u|~B{flAnA`@t@KjBaB\\aAh@uDI_Aa@qBkAm@qAPc@\\i@bCw@fCF~CLfA",
    "}s_A_qtBB`ALJTu@xAFLq@@Uk@sAr@URc@j@mDCs@QY]Cw@v@g@nAM@ETFx@Wn@I`@WhC",
    "gk_AoovB~@Jj@IHqAUeANsAIq@Ua@c@j@E~@Ux@eBxBtA\\",
    "uf_AmgvBj@r@TOZcBPsGMk@IQ{@`@Wd@YXLp@GlENn@",
    "}l_AgcvB\\BLIBcAWo@MKSt@Ej@Nb@",
    "wgcAchjBg@{@u@oHe@kBg@MyEzFeBTmEfCkAnDkD`HyAxAAlARvBy@iByAfDYpA[vCH`BJp@@d@[u@Mi@EeBS}B]AW"
    "jAo@dIQ`AGfBBl@Cj@",
    "gsdAkyhBPVl@t@ThAJbAZn@Zz@Fn@Xd@D~@~@~EXbBd@jBTf@^~@NfA?lATxAJnARl@v@vF@tALr@d@tBXfAl@t@p@"
    "x@P|@`@`@V@f@Wv@IXDL_@PgAXq@PPd@p@h@\\\\I`Aa@\\QF_@HULHRd@Xf@d@r@nA~AT`@TS`@Qb@AlA{@j@k@Rw"
    "@VULO",
    "cebAuzxCJHd@OQc@MIQCGH@XDR",
    "ccbAm}xCn@p@P[Ca@YmA@UZwCCYGIi@^Eh@RzAM|@Ql@DX",
    "saAcguAFFHk@McAKWKr@RjA",
    "}`@uctA^F^MPaAG[SLSn@a@T?N",
    "an~@uqxB~@?",
    "al~@uqxBEY[[UBGH?f@",
    "cq~@wjxBF@DIDQBOAKCDc@HBLDLFH",
    "knNmoqAHFJSB_@Cs@Y`@KTNf@",
    "akOoopAP\\TUH[B]Ce@s@DONP`A",
    "koNogqAT?RQCuBEW]f@YfBVN",
    "ssOijpAoAt@MvANx@h@MR_@ZgBlAVt@U\\eC?}@Ke@y@g@gA\\YjAErB",
    "kfUcjyAsAz@YEXx@rA^Z\\^SPcAmAuA",
    "weUsayAf@xA@_BOKM?KP",
    "{lUqlxARP@yBYVIPB`@HZ",
    "etTkfzAt@ZXER}AEy@IQ{ATGj@@f@Lh@",
    "ctTysyAJTTeAB[g@c@UPV|A",
    "kgTidpACTTADGAg@Mq@Ki@Ug@i@e@UOEHFBdApARx@Hf@AJIF",
    "c}TiezAb@HDy@K]OMYPOV@TXZ",
    "qiTmqoAEh@JSj@g@Ba@u@r@",
    "_gTixoAC^RURy@`@gAF]YZQh@a@nA",
    "wuVokoAHV@WLKTW\\[NEFOKGQJWX]XQ\\",
    "_jVyroA?Tr@mBSF_@nA",
    "koUgxlANTE]J_AJIKQQp@Cp@",
    "yiSucrAHLM{AMKPxA",
    "uyRypqA]v@f@e@p@OQI]?KF",
    "mwRgpqATDt@cAU?]h@WR",
    "w}QilrABr@Hq@`@oALc@ODm@jB",
    "evQg{qAARJARy@Fq@Jy@Pi@@e@?{@SzAQhAO|@Oz@",
    "uvyDgnmA}@fAcA]sApBwEvIiAhAm@Z_@v@_@nAg@v@Qr@CfAOj@iApBk@bB_Ar@Yz@a@Zc@|@{@n@gCnDiBfDs@fBy"
    "@zAgAhAcArAa@dEPdAf@b@b@@`@VnB_CZQ\\FN[Ji@dAo@~@iAPs@H_ANe@xAw@|@}@j@wAbA}@jB}Bt@g@n@}@`Ce"
    "Fl@i@f@eBlBoFt@cBx@wAj@gB`@yBnAoDHkACkARq@^]Ns@AeAIc@oAvB",
    "up{DuxjAPj@TINOJWKwAo@j@Gp@",
    "{lwD{onAFVBwDOcAIlCLtA",
    "yx{DsclAYRk@AHbE~@^TALi@b@[AaAb@wC}@Ua@g@?b@Cj@IX",
    "k_{D}}lA\\Hc@gBAaAM}B@k@WDWb@Z^Hv@?bAKLPhAVj@",
    "en{DimlA\\Ff@qAlAi@`@gATuAk@Uk@sB\\k@r@EEm@sAu@c@^Ob@BvDe@x@g@`C@b@NtA",
    "aefCc_m@m@FYK{BwC_@CBtB_@r@f@JjACP`AmArAe@J]?y@Sm@]gAgAk@[qA?i@cASSo@@i@XY|@MhAHhA\\fAr@j@"
    "Kr@LXX@VK^}@f@_@~A@j@BDl@Vb@VR^GDRQn@i@|@gAj@i@HEsAs@Gm@V_@z@XRV^Dh@l@l@XBvAUr@q@Jc@^Mb@l@"
    "d@HhAe@dA}@j@W`AOd@lCr@z@`AD^KPw@Cy@Iy@Uy@K_AB{@Vk@KoAV{@Gm@g@_@PYRGLc@Jk@MqAWmAByAe@sAa@}"
    "AWe@]EMXEr@J`@[LGlBPj@@j@d@zAIhAiA^",
    "wffC}`m@`@HHe@Aq@Rg@Hk@Gg@w@Ew@LOdAh@~ATZ",
    "{w|Bg_p@f@Hb@UT_Am@u@Wd@Qf@Ir@",
    "_okB}chDQ?EI]Fm@j@GV_@JIXb@lAT?NG\\FNLD^?bA`CL\\Sf@yCGg@[OWCApAc@GIu@Ag@FQVOLYSi@c@Q_@v@WF",
    "iikBa~gDCXTENFJ^VIHm@QcAk@CQbA",
    "yykBwxgDBXl@DRWh@BDKOWa@Ok@DW`@",
    "qvoBsjhDRBr@f@nAH`@ZxBsATEfATbA|@~BP~@Rf@ZFaAQuA[y@Ac@R@h@rAT`Bh@p@~AR|AmAl@?[v@S|@@`@p@Ev"
    "@d@p@t@T?`@kAz@b@r@n@fBL|@|@lBj@z@AhCp@l@nAf@Zx@WnDd@fDp@fAAfAUjAdAnA|AxA^^KYo@y@q@i@eACw@"
    "XWd@En@{@l@_CXEJ`@L`BLZVT\\VZHdBALo@?UQ_ALKMs@WB[GMY?_@f@G@Uc@yACWLETHpC[rDqBj@EZeBh@J~@z@"
    "n@k@p@]Lo@?cABqAL}AHgCIiBg@mAOq@Q_CEsCJs@Ca@_@?F[LONa@MQe@?CKCO\\uABi@h@{Bl@wBfAuAYmC[_CD}"
    "@HiAvAqALsBR}BGkAMy@[y@qCwDG_BcBGl@sAJo@@y@mCe@u@^{Bg@mBkA@g@Nc@VeAOSi@LRa@Cc@k@LgAeBAmA}B"
    "i@mC}CaAq@_Ac@iC_Dy@E]kBsBoCa@Qu@_CmCuCyA}Dq@aAOgAw@Eq@u@kBc@iBHk@Vi@GB_A\\g@We@w@[B_ALg@l"
    "@q@WsBC}BUqCx@mA~EaCh@Bn@Or@cBUuAC_@T@^h@fAl@zAc@l@F",
    "yqlBmchDf@Dx@y@DUUKNm@ESk@b@Wh@VHg@j@GR",
    "idlB_lkDETa@Ei@g@_@PBv@RADGZ^BP^Lx@w@b@yAsA?FT@R",
    "}tlBsdhDeAX]Ia@z@x@f@Bn@WZGj@x@?Xc@Jm@X_@b@YQ_@Io@YO",
    "khlBkjhDFt@d@Ed@H\\u@PyAEQWSQn@sAjA",
    "_olBk|gDv@f@RIEaA_@]w@CPdA",
    "mklBe{gDn@J\\a@KWa@[c@BG^Jd@",
    "kcnB_kmDrAd@`AW@iAi@c@iAMgBb@MRx@LVf@",
    "}hbEaarArAxC\\lAXvAfA|A\\|BA|BgAcCoAkBWUY?@d@Jb@H~AUxAz@Ix@FdAp@bATX@XQNYJy@JIv@@nAtBZ`B^D"
    "b@Ul@jAr@ZV_ALoARy@x@MGgAO]Mi@Io@[^[P_@c@a@Aa@iBs@aAiAs@iAe@e@Ec@U_AcBi@q@o@]k@Qg@Na@IsAeA"
    "?P",
    "akaEwupA?r@OTOBi@~A}@rAe@~@Av@Jx@OdBGjB[jDf@^z@BL\\TOp@Jp@v@l@jAt@?z@Nz@Ih@i@jAk@`Be@h@]`@"
    "q@^}BD}@E{@]SW]Ae@K[MIEQH_A@y@y@iB}@yAoBsAcAFgBaAa@]_@RQn@",
    "?{jqA{@aBQMSxAV`Bz@tALj@?mE",
    "}hbEmdqAh@h@Ni@ScBe@gB?rA?vB",
    "unaEa|nA?p@fA^Vg@NGh@fAJ\\BTJJlA`@`@a@WW[m@[D]k@[aAi@O[Yo@Re@X",
    "qP}_pANNJCLQF_@Q[Y^E`@",
    "oTuvoADR\\a@JW_@QOD?p@",
    "k]y`pA^JZq@Qs@YLMp@AX",
    "cQiypALf@JMOaAA]Va@@WEO]f@Q\\ANB\\PZ",
    "mXcunADHNKJO@OESKKEBBDDF?TIJG@CJ",
    "oBg}nA?`@FAHOBFBH@V@LFE?UAQCWMUQR",
    "}x`Ey}pA\\POyAO]IEQEF~@Tp@",
    "}~aE}upAR^F}CQ?MNGf@JdA",
    "s}aEm{oABHn@{A?e@I_@Q]Qr@MvAFh@",
    "qtaE{hpAZRNeAUeAWGKfALv@",
    "}hbEusqAF@?UthbEe@_@w@WINt@?Zf@h@}hbE?",
    "?sarAQ]K?DXVT?Q",
    "}v`E}dvARJb@IFQKCUK[DEJBL",
    "uk_EczkABLNCBYIMMF?T",
    "kUa_mA?@@?BCBG?G?GA?CFAFAH",
    "antBmhtBIAkAw@iAIgAf@m@HUSSs@QqA]m@g@Is@|AuAxFULMEi@gEa@{C}@_Hc@eD_@n@a@rAc@f@g@VSBW`@wAlE"
    "]n@g@BkDaAeBwBMo@[?a@t@Mp@UbAg@HaBo@m@[i@Vs@P_@?kAbA}AUk@Bk@\\iAhB}A`CgC|A[d@aArCeBzGeCnGq"
    "CtEmAtCs@tDs@dDs@dAo@x@s@|Bc@fBo@vB",
    "uswB_hrBt@bDhAzErA|FX~@hAxCLj@LnB?hEIbGGlFi@Zm@Pu@_@}@YoAOuAo@s@g@u@Bo@h@Wd@a@Ji@A",
    "gzmBsjeDCm@iAaFMqDYYGWJy@jAc@\\DZz@Zj@bAZx@m@dC_Ab@qAFsAdAoA\\_BKaA_Ak@Qe@nADPIBa@b@sB_@m@"
    "Mk@Xe@Gk@Sk@JcBoAu@oAe@eDSN{AcACqBoBoBRcDkAyH?k@k@Fk@?o@{@LaBGsJzAyA?}B|AcAXiE?sHh@}@_AEQ",
    "s|lBuefDg@Zc@Gc@SoAPwDlCOd@jBNXj@X\\\\Ht@z@dAx@N`@~BEdATx@`ATzBh@`Bh@b@j@DJe@Ec@{AiCSm@l@S"
    "f@o@rAw@Nk@SCSMUe@Ii@bA_Cc@Si@Bk@d@o@k@UEa@Na@sAoA[g@Yg@D",
    "}amBamfDl@v@XUL[z@`C`ATd@YCo@d@}Bx@e@nAAz@s@aFc@W{@m@_Aa@E]LCp@GReBXg@pAObBn@F",
    "gimBccfDl@JlBqAYu@]U}A`@KrADZ",
    "gruBkoxBgDxScAfK{@zKm@fRi@xHcAzCm@bHi@J[nAq@rGc@dBQwA@q@LuAMkB[aA}@vAc@bAIfCMhAaA~Cw@l@iAJ"
    "{@`@q@x@{A`DoElCiDnLaBlHeIdMw@zE]rEcAIuBhFa@pD_B~@QgBm@tAQdC",
    "o`xBuprB|@r@bAn@FAV|@^fD`@p@RBhB}CNGT\\P^",
    "wkvBejvBQnBt@i@HWWk@EYOV",
    "{lvBg|uBUz@OEMSGi@wArADx@r@@z@Wv@F`AWN_Bi@l@UKCK\\aAh@KAs@SSKWXgAo@P]h@Sp@EpB",
    "skeBonhBMDqACWz@@xAtAdGNlB`@zAZF`Bu@Pa@Dk@IgBG_@m@SOQYoBGeBSmAa@Y",
    "ozeBileBCYp@eAb@E^UYsDa@_Dq@yBY[G{@g@eEq@_DNaDKoG",
    "c~eBczfBMFAXCd@Q^}@t@uD?kB?_D?iD?_C?",
    "m_q@qisBLNIrB^dAZp@r@LvABbCw@~AmAr@?OXi@Nu@t@NNdEqBbF_FfCc@zC{@zAmCdA{@",
    "shnByzgCi@jCuAV{G{ByHzBkDn@iGjBaD|Dm@VsBCkAnBoHt@aDzB{AbBw@\\o@CaAe@sAeAyA_B{DyFaAk@k@Ju@C"
    "UaA[m@Ou@]}@_BQcEkBTp@pDxBkANmAi@yAYOs@KaBQK{@PwDrCm@BaCqAYQi@l@_BxD`@CdB_DFnAx@jCgAz@{@T_"
    "@lASdAy@]i@}ATu@Nu@SAg@l@sBpDg@d@k@E_Bs@YF}BaAOp@Sn@eBu@_D?cCy@wCmCKU",
    "}qsBmleC\\r@~@xD`AnQ|AlMH~GNfBl@pCt@nC`BiA|C{FzAoF`ByC|AmEXqCA_Bh@eF\\mBpBuF^aCXy@VqAh@_Il"
    "@iEp@v@GtAj@tBZfCUnB{AhDShAU~CBzEMhAeA`DY~AMrAWjAcAlCcBjG}AtDeAvA[vAE`FBlB{@hEUfBy@rAY~AWz"
    "Cc@lMs@nByC|QcC~J_A~G_BzI}D|VoBjFk@bCqAdBwArCrAMRH\\VLxADhAIbKUbEiAvJw@nB[fAc@t@oD|BgBnGeF"
    "rIU|A?T",
    "mau@em`BKOoAy@a@y@g@s@c@qAUmAw@gJs@cFHkBh@sCHyECaADq@ZxAG~HXnC`@b@VYMiFXj@h@|CbAtB@d@Pp@r@"
    "m@f@o@`CgGtAw@p@{AJe@Du@s@u@w@iACcD?aCf@yEQ_HHoBl@mFa@wBwBwAg@y@Y}D[oBu@j@i@Cv@i@n@iDDoAwA"
    "gFo@{@w@{Bq@yDKeHRqEN}E]w@gA]{@gA]aAgAHqAeBcCs@uDsBg@gBPwD",
    "{zu@q{eBQVq@vA_@tAs@t@i@j@mBnDiAvAoApAqBrAgAMO~@MbAYd@i@`@WHGPWrFO`@y@f@eAL[G}@bAm@^q@Va@D"
    "OIEW[Bi@^{@De@]Cq@CuAM]i@q@UHqBjBUd@]jAs@lBy@fAwA\\sArBcBnA",
    "ydu@c|`BHj@t@CLM?q@KaDMcAk@_Ac@_@m@Dq@x@x@lB^NJLTpC",
    "_zu@gteB\\FLw@e@_AKKDzB",
    "uso@kkcB\\@tAoBEmBa@iAoBc@m@bABbCd@~A\\PHN",
    "qcp@kfcB`An@TULUB]e@eAa@g@_@qAy@o@QJINCZP`Ab@l@`@`B",
    "w`o@qvcBv@Rn@g@R}@B{AC]gB_@a@jA?pBLl@",
    "cro@}vbBT@^o@WyAYTQVIb@Vt@",
    "kco@ahdBc@hAQrEoB~EMzBHx@CTu@vAc@|Az@vEzBzAdCCXWb@qAFiAUeAcAkBiB_BKiAh@eAZmCbAcB^oHTOl@h@T"
    "c@BSq@eAIo@gAW]f@QjA",
    "ooo@c{cBX`@fBg@^aAY{AUc@}@`@_AdBJ~@",
    "yuy@amzBWSOcAU}@[a@a@S_A@wAt@YAuAo@eA[cA^Yh@w@`A[RuAAWDiAlB{@j@c@@_Ai@_@@c@|AGdC]xBo@lAeF_"
    "@q@~@Nt@`@ZjBKn@DHr@?p@_AJ}@V_Af@aAXgAPgAZyB`BcCxEc@p@WbAJtAn@hCXj@f@ZXv@X`BNFPC^w@VsA~@mA"
    "jAHnBo@bAVbABdAWdAGdA\\bAp@V`@j@lAV\\bDf@n@y@j@oA~@IzAz@v@TVZDZ?nBL`AxA|Fp@rDRv@VJl@gBZe@`"
    "@QLu@?mAHkARy@^g@",
    "al_AeluBr@XTgEb@oCEyAEa@kAv@W`AMpDNlC",
    "o`xBuprBGt@}AbF]nB_@jEPnBVhAb@`AzB`DhCfBvAlE`AMIlAWHe@OkA{@cA[iAAaAXm@jA",
    "}kpAugbEuOdAyGnA{@A}J\\kJd@{QdBsA^~@ZtCPbW^vj@h@`XlA|FBTtBkBDqDOsRuBiFQuLHyPj@cFOyKJ}Ma@uP"
    "iAyCbDoE`DeDQkCHo@r@mAV_DKiNl@oIrA}Bd@{@v@c@j@t@v@pE`BhGxAdJbA|Kj@fbBpCjB`@|@vAi@pBsCPyI_A"
    "wQ}@yLB}_@r@uHfCcDpEmJo@mAc@y@}@k@aAc@gAe@o@i@YyAUqEYcPYcCF_B`BSv@EjA@xAJlBn@jBvCzDxBfBbCh"
    "AzFfDvAl@rGdEdAxABbAo@JoA}@]m@s@m@yK{BwAa@iGsCkDw@kCy@iAg@{KcHuEuA_F?g@pCmGVuBE{Db@qAZkCNq"
    "C`@}Bc@e@W{BkBeD}AyCuBs@]qAYsAIeFw@y@C{BPaPHkHZ_LnAaHh@eCf@aEpA}CtAiAXBXt@d@dKbC~BxApJdDrD"
    "x@bETxEBlCVRVcBbAk@p@Dj@hB~@f@N~Jn@`EpAzFHpDItFvA_BfAwA^qG~@Ad@bCjApDvApE|@nAHbBOzABhEZ`EB"
    "xIg@xDm@`BOzBBn@PbEnB~AjA|@lAXrAIzAW~@e@`@m@RqAJqDKeADURe@x@Dv@`@lAVxAPfBIx@gAJa@Ce@Pm@h@a"
    "@j@Ul@Jd@l@\\fB`@~F`AXRRh@Lz@^v@l@p@j@\\rAJjB@xBZ~GfDBPkBt@Bn@dChEb@bBZfCn@rB`A|A`AlB|@xBI"
    "|AqA`AoBs@iCkDsCkAaDVkC`@sDbAwCh@aCv@s@l@u@`AAf@~AV^GlFkBrB[xC^dCp@wBdEaCxAiFh@{Bj@wAv@eAZ"
    "}AK_Cw@oDAoAXw@r@Y|ADjCPfB^dA~@|At@PhAEdAQ~@a@`BYbE[bE}@nBOhFF|Ff@Hp@jJpDhAAbB{@lC{@pA?zBj"
    "A\\ZAZyA~@c@Lo@J_DNgANaAfEgBxBm@Xe@HaCEeDg@w@^yBf@gAJuAAaBLeCpBr@nCsApBeCtB]h@MlAAr@In@Qh@"
    "QrAQzBBdB\\lAt@x@rAb@bAIr@u@hAy@~A}@~CEhFrDfBHrAPzAlAbCn@tBQlE{AiAz@kBfAaAd@q@Fu@GmA]oDqAm"
    "@Kg@D_@Ve@dAi@rBD`Br@pAl@r@b@V?PaBRiCiBk@cC_AwCoBq@_Cp@gBlCoCdG}@ZmA|@a@lAFxAP`AVh@\\Xt@Nb"
    "BL|E[rB?MxAhFlAhG\\xF{@nE}AcAaCg@oCdB_BTAc@rC\\v@pBdAnA\\DRe@NY\\Kl@Ll@d@n@Td@B^c@f@kAj@qA"
    "T}JHyCXkJhBO`@|@~D`@vDdA`@|JFzBZrDrAlDdBxA@bJyAfCy@dHgDzE_GdBhBz@r@~@X|@Bz@QbAg@nB}AfC{A|A"
    "k@@Ju@t@qA~@mEvDiAl@F^`C\\|C|@lAn@vBnBf@PrDZx@EdC_AdEg@tBc@bDaAy@fAyHlBa@`@~@`Af@VhADnBMnB"
    "@rBRn@VO\\YZg@Vc@?wAkAaACoDPqDy@_CY_BE}IwAiAcBsBg@eG]{FNaCJiB|AkCbAuBhAiCXoAbB}EpBmCVwAt@G"
    "bFI`Bd@nGpB|@UnC\\rBpBk@rBkAtGuBbGkAbBeAtBs@`DyEfBmGl@eCvAGpBb@`Bd@n@~@nIxAxBz@dA?xFxAcBj@"
    "m@DeBW}@_@cFwAwDMaAe@kCs@_BOMLIVaAhIZvAjAd@~C|@h@\\m@t@wCq@cBu@s@RuApAaBh@uF~BuBdAcDbAyD|A"
    "o@`@iDn@c@NgAdDy@RiDH\\~@dDnCtAj@R\\Gp@CrAa@zCg@oCYcAe@Sa@CsB_AsB`@]`DOvCHbCKhEBdA[x@[vF[h"
    "Ax@`AnDZdA_@lDJ?{@HaA?o@Ji@FsFp@|@@n@Lp@\\fGj@~@jCOhCHjAI`GwBbBkBvAcDv@wCRmC|@qBdByAxBgAjC"
    "w@zBeAhBwArBaA~Bq@rDShGFpDu@j@Bh@Z_@nAmEb@}CHqEE_CRo@l@_@rAQtBh@|AvCfBlAp@hF|AlAR`EFtCIbEm"
    "@lBIdFEt@N{@p@aBZcA`@G~@X~AX`Ah@p@tC|A|@\\xGbBRRaACqDa@s@?cHtAgFCwMoAe@@_@J]\\_@l@d@l@jBj@"
    "fDj@fA\\dAj@~BhBd@nBgCh@{@u@gAuBaAeAwCo@{DVoC[gHsBs@GqLbAiK`CmEp@sGZkNMk@TNl@Zf@pAt@bBb@|@"
    "Ht@XtBX\\Ri@xARLfB@nDx@nCC\\H[R[h@_@~@Pj@~@Xn@FhDc@ZDYXMf@Cv@h@l@tAb@`DdBdA\\rCV\\L{@lAF^`"
    "BrAvCt@RZLjAJ\\f@j@lCrAdBh@p@`@|@v@nA^|A@xATrCz@dBRdIhBvCNbCd@pGbB~B^xAd@`BH~CWtAAt@Nn@\\n"
    "ArAbAF~EcAE\\y@fA@r@dCr@fALfBUjCw@rDuBxEqDhB{@Gx@Wv@g@t@If@XV^Jf@?DLaAtAq@vABpA|@lAr@l@j@L"
    "bGbEhAX^VZb@jA`D\\p@z@~@XJFXKh@PbAj@`BvChGxBxFt@pAf@`@VKz@D\\j@XnA\\z@^h@rFpD~@`@v@UbAFjC}"
    "AVa@xAmACf@OTK`@_@f@cApEt@j@p@p@|BrAfCjCp@d@HqBEa@lAu@Ad@Fd@t@rCNXZEz@Zz@Mr@aATc@|A~Al@AFn"
    "Aj@hAz@^pAAp@h@lBm@XwAwAwBWq@N{@UmAgDyFqB}BDWxCYfCk@bCOx@N{AfAcCdA`AbAt@fAx@`Ed@nAnC{A`A_@"
    "i@dB}B~AG^?pBpFbBxFNtDZnHb@tB?Hd@iHpDk@^h@z@|@d@~A`Cp@l@|B|@dFeAtB^pBU@jAa@t@a@hCkAK_Bi@kA"
    "fBo@lDuAxAe@bAO`At@~@lBzAzBNGfAt@r@nBMr@c@v@Q~ESaFjCoA~@c@e@mAIsBb@RjFs@|DEh@zBpB@jBfA\\nA"
    "GBtBt@fAIl@Of@p@jAj@xA|@lA`@GbBDvBE`BgBf@a@l@UQ`A[f@yAhAcDzAB`Aj@ZfBpDb@@l@l@nCMz@QnDHz@Mr"
    "@Do@p@eBl@qBl@mD`@D~@j@t@YlARx@FbAf@zCm@jBs@r@DdAWlBjAbB`ACxAT^j@qCf@LjAd@zAh@fErAvIf@tItD"
    "xG~@DNJxAMhCaAjBSfAAH^{@t@{ARiAb@cC^m@|@_@`ADd@?h@WhF|@nAn@hAbDI\\Y|CkAIb@qBfBg@r@XHl@B`Ab"
    "@rBSEs@Uu@t@Fx@Zb@IZ@NYViB[u@_BiC]iAX_@bAlAfA|B^jAj@NlBg@zHoDIiBByA{AIcAg@{@m@aAuA}@mCFKrD"
    "tDnBz@t@JZ[vAy@x@YdCk@VUd@Qt@yDeAaFm@_A]kAQcBJk@f@NP`@At@Tb@~CtA|CdAjA`An@r@d@p@x@CpAHt@^p"
    "ASr@o@~@EdAVp@AC^_@pAt@DfB@r@Uf@_@`@k@Sw@eDgBkA{@n@S~CPZMhBFCyCXe@@Qb@i@b@KTMrDc@VuAJwA`@m"
    "BtA[n@o@e@o@O}@f@[Xk@C[^kAH{@c@u@eB_Aa@YQ[sBm@bB_@|@El@Nh@|@d@f@xCLTUHuAGcA_A}AhAm@`AOlAk@"
    "dAm@z@u@x@}@RGUcAKu@AsBVq@s@cBgAkB{CcDdDlAfCjD\\FH_@r@mBd@]Pa@lAy@`@m@n@wAbAgB~AmEzCmFf@eC"
    "q@gDt@sBsCu@sE}@mBq@_AMgCIk@q@hAJp@EBWQi@Ku@XHbCzA`EhAvCh@XAr@X^DTEt@gANm@aB}BgAkD_BoBaAMq"
    "BDg@HLaAE_@{Ag@iBOkAJo@lA}@nCqAn@BcAh@yANgCt@y@j@[xBLfAcBPe@?o@hAoCVgAd@}AREYvBa@rAo@xDWjA"
    "^x@|@z@t@`@~Bh@[{AOyA~@^z@`ARxAf@pApBhEl@nBh@t@n@Nh@k@b@eBPqA@oEEaBRaC|@qHLkBfBy@@QZ}@R}@Q"
    "WWO{C{AsBeBkC_Dw@q@kEe@yAE@[\\KfCFvD~@^VnAbB|@t@lDzBnB?rBsC`CZvAIXURkEgAmFjAANIf@u@XOQ[{Do"
    "ByG}EyBuAiAe@y@i@cA}AUg@g@_@oAe@wAw@oC}BQm@\\IbAh@fCrB`B~@jI`HlCfBjAbAz@~@~@l@`AZlCRdAVh@Q"
    "RiCMoADoAc@sBs@oAUk@I_@mBsA{@c@i@sAqF]}@@_@IYYVQfAM`EBpDOnAMf@F~@WdAm@lBkDk@{ECiBiC{AiA]iB"
    "eAmCuBgDgAuAMgAJeGdBgCRwBYuCb@gGrCq@ULc@fH{CAm@kAKoAk@j@[bEVx@b@|DR`B_@xAOdCaAnBTdAXzBXl@N"
    "rFrEdBj@hAMs@iCMu@?{@UoA{ByCoAgD_@iB}@KsAN{FbAqEnAyCTeB@k@Ya@k@M]I_AKWa@YcAaBUcATg@n@BxAXJ"
    "JARvAjB|AVzEb@bB@pDq@XQPe@xEH`AHr@CY_AcAeA_BcFqAy@_Du@gDFaHnDwANoAM_E{@c@WcAgAoA}BB]xBdA`A"
    "Rv@?s@eFSmDQk@cDL}EWs@e@?QxAUh@q@jANbB^zBCIiA{A}CIgAc@oCAiAo@gAoCq@}@_@A_@tA_CUc@cA_@YUPO|"
    "@M`BZhBL|Ai@hASn@D|BfAl@@t@SlJ}@j@U`CkBjBgAnCmAxD{@bFg@fCe@bAu@rBuBvAcBNo@s@{@s@k@cBc@iDJ{"
    "ANcB`@kAD}CG_DR_BV}Bp@wIrEoChA_AFaGlAg@?iBe@KWb@UpBSdCuArAcAFqBI_AS]O_BlAy@t@QnCuAJScAIcAD"
    "qCh@kADw@OEQvAo@nBwAdFKtCH~A]dBo@~@MdC^bA@|@Iz@wCOm@o@Sc@q@Ws@oAq@qLoBmBsABMhAN~Ad@|@F~Fo@"
    "f@HfBdAjCjA~@CvAm@L_@De@_Bs@][}@kABc@fBRLa@A{@HiAXiAtAqBb@[\\i@`AyCSe@y@[IMhCVLXYf@Qr@K~@Q"
    "x@q@|@g@^aAtA[~AFp@r@r@nAt@Xl@Hl@~@h@d@O^Ac@hAWlAZjAjAn@f@?pAd@lERfAGbCg@zCS|@s@nA}Ah@sA?k"
    "AUu@k@a@u@yEkAoD_EuDu@aAQa@?[\\OjF~EpCVh@q@KyAYUuBHm@q@hAkAlASPQoAy@yDBi@g@cAk@iAoA[cAEy@N"
    "m@@m@Mo@Rs@r@w@pBw@`@|@b@Xp@Dn@Yn@In@Wn@ERSJs@@cAw@_@mAYs@m@a@cAEkAVoA~@iArBfAl@PJs@Ne@n@q"
    "@`Ac@|@Y@e@Mi@[o@c@gBg@H_@IPsA^gAd@g@@QFSZq@^e@x@gBf@e@r@Uv@?xAXdD^bCNTGaAg@aBi@_C[e@cALy@"
    "Cw@`@{@a@_@sB_@u@Es@i@rCcBxCaAf@[`@k@\\{@n@}@`A}@~A{@xFkBrAkAnAqBd@q@h@c@lDuARc@qDcBQg@fAy"
    "BjAwApA_@vBOnBg@bB}@dBm@vCk@zFoBdKuBlDeAfBYfCEfGaA|EShCFj@IdBaA|Ce@pALdBfAzBdA~@F`B_An@k@l"
    "@Ol@NtAx@pAh@xBp@`BV|BD^Pn@@~@O|@a@v@o@p@[j@CbBX|BhAx@Pn@Ez@WtB{@`ADn@RKp@oBtBcBrArAH~UqBz"
    "A[fCcAnBi@~DkBrC{@n@k@J_@m@k@iHoCoB[gFc@u@UQOz@_@lHJlGUhFw@h@Sd@a@f@s@Iw@w@_A_@k@IUdHxCvBv"
    "@~AQbAY^[A_@IUSMzCaAdAq@Fs@w@u@u@e@u@WoCUmOg@wJd@_C_CuAi@}Fi@eKEsGV_C\\oD`AISh@{@Bq@gAuA_@"
    "u@Ty@jAy@hCkAfAEpAP`Bh@jEhB`BT~CDvAMtAOdCw@p@Ix@VdAz@bAh@~@Vz@HtACxI}AnAi@B}@hB{@vBINUyC{A"
    "qBe@RKbDAnBp@~@FrC@xCY`AUbAq@jA[dFi@r@Wp@e@zDmBpBoANk@cCaBEWv@i@V]Sk@qB}Ak@YmEw@oEoAiAQcAE"
    "oGDsASgAg@sBg@uF{@_P{Ac@KAOn@o@HWmBi@{FaAkD_@mBCyAM}Bi@eAGkLO}DV{AA{@OoAo@sCuBkAgAiAoB_BoD"
    "eAiDo@eDc@eBYc@wAm@}Ac@}C_@LMbAW|@Ix@DhBb@hCXdCC~AHvA`@lCZ~AEjDq@tAIzED~@Sv@a@l@q@^_ACcAoA"
    "wB]_@uEgCcC}@cCo@_BYyAMuA[_D}AcDoAkEuCcBg@yI_A}AAoAPkA^sErCQCd@w@lAgDMcAyBiAq@K_CBmETkCXgB"
    "f@}BX_AAm@QaA_AuAkBa@cCN{CXsB^gAQ{@gBgA_Bs@cFkAwDQmBBoCb@gERuDbAcHzCaElAaDb@}Cx@iF~B{Bt@gA"
    "R_A@Vc@nBiAhDsA|JuCnEiBzDwBhCgAzFeAC[mHcBkPwAqRaAqEDoJ[c@k@mAQwI{@aB?wC\\_Dt@iAn@eBrAq@tBF"
    "rJAfASXeAg@sAkAiAs@y@qAg@oBWqA`B{ABwCo@qAiC?wPvG}E|@}FtCiHOqGPwBE{@UrA_AdKiDnDeCzBgD\\yA}A"
    "OqL@mSlAcYhGyKxAaVrH}El@yAHcAe@i@i@Au@b@eARmAD{Aq@qDwB{@s@aAn@uBjCqA|OqE@YmB[aDO}h@p@gFRcB"
    "Pi@Tw@J_H]Ds@b@_@to@yA`H_@rCAxCVzHJpCC|DkBkD_CoC@qGp@cDeAaGy@_GSkP}BgBIaCD}G^qB\\aC`AkARyA"
    "ByB\\qD_BaDgBwDaAeGd@eDp@uCz@uE^kJjEcA?_@Oa@e@Kw@k@kA^[nHsAx@a@x@s@?k@w@c@{@OcEN_AK}@]iAu@"
    "y@McCAiEb@oD@_AOIa@OUSIaSA}CG}BYwCCcCNeD`@aDAsFu@eFYsf@F_L^",
    "o`dAi}rDyD|AcE~@Q\\Oj@CVDTJRMVi@^Cd@p@|@bAdAlJnC~BX~H`B`BCTCz@k@rAg@d@_@`@m@M[{@IwA?aC_@b@"
    "]`@QVe@t@Df@UjAMhEMbCe@f@U`@g@\\w@k@yE]u@cAQgDn@UUvDoA`Am@Re@Jw@?_@G_@Oa@m@k@wDeAkEV}ItAk@"
    "RkBhAmE`F",
    "i~dAeorDtAf@PIP]j@kCLcAIqANy@mAeA_AIuANoCdAHT^b@vAn@\\hBDt@Cf@Vb@",
    "qrcAydtDr@FtCy@VUH[E_@o@{@yAuA_AOg@t@g@hACb@@j@Hd@P\\XP",
    "yxbAycvDlAlA~@l@jCbCVDb@Q\\c@r@GPUFQVKb@Ez@Lt@Mh@y@kAg@o@a@uDKq@L_@?q@GkBi@OS_BVG`@",
    "wwy@ag{DdEH`Ek@bAa@Cu@[QiBQwACy@FkC^cB^aAHPn@nB^",
    "aihAkr`EnBRjFyBrJyBfIoArHuEVkAi@aAmGIwE]cPbCsGnB{AxALvDp@tD",
    "mzrAo`tDSbAA^BZJPXPq@j@M\\CV^n@zE|@|@\\jAhA|A|@^?b@aArCo@tGXbIz@rBZx@MPW?]e@}AOWiA]q@qANwA"
    "S{Bq@S_Cj@qAHqCDeEO}Cq@_HmCq@@e@p@YVuAf@MV",
    "}ovAyi`Ex@b@pCMzDgBzBuAHcB_Ak@cBGiCtAmCrBqAtB",
    "ebwAaa~DhFbCzIIlE}@z@yAoAeByFqAwHq@{G\\g@dBtBbC",
    "ejvAk~{DhAf@p@yBj@aDHwDqByAy@Ug@THnA?bDe@lB|@bD",
    "kqvA{xyD~@^vE}M?mDMcCaBIsAfAg@pGk@~K",
    "m{vA_byDk@xBSnBeAdAqCIy@bChBr@jLSnDHxBqACmCOmCyBqAeBfA{Bs@}Bg@",
    "g|vAmr{DjB?f@]Yu@uCiDq@MiAPUvAn@vA|BhA",
    "aqlAm~mDtA?ZyAGcBaB]s@bARbBVr@",
    "wpgAmshD~@jC~@]^}@|@]bAF@W{EsCiBg@F|@Rt@DdA",
    "yrdAc~sDhABjDULK@YWiAkAIyAf@aBx@KXd@N",
    "_a}AixiDJj@LAr@s@h@]LYJi@WC[FgAf@Sf@AV",
    "u_}AikiDIb@JCd@g@`A_BTmABc@OBM^}@TON?d@Sl@Cz@",
    "ew|AidjDq@j@Q^Z\\b@Fh@EbAa@VkAo@@w@MYL",
    "{`}AogjDLxCV?f@k@\\GHTAZOPo@fBC\\DLl@]pBeCvA{EwBc@uAx@_Bj@",
    "wd}AshjDXrAf@MHGHUE}@@yAk@hAe@d@",
    "engBq_cD?rBL`@RTv@Tn@`@j@x@LpA_@z@}@^OrBr@v@~Bv@LfCCjB@lAHjBfBn@bAcD?aATkA@aAVgBbB[d@Ct@PJ"
    "E`AoCK}C`@oADc@Ag@Z_@b@QNwAg@U_BH]EYQmAqC@_@Gi@sAOe@v@DzACpBs@^SDSuAOi@SWGmAJo@Xa@_BaBcBkA"
    "y@Cy@Pu@X]TOb@b@tAHl@WxC",
    "ojeBy_bDD_BJcAb@eBu@WHgERgBtCiBvBeB[{IK{Al@uDEqEQgIe@M[@iBz@k@D]r@c@TYw@I_BsA{B{@m@g@Ug@p@"
    "_@v@GyBWiFnAe@`A^~@rCx@zD|ANhAt@bAw@j@o@?eAIk@mAwCkBqCiB@mAm@o@EoCHkA_@aAcAqCyGqAuBcDi@wCg"
    "Ck@AfAdBJd@Fz@q@bCHnACzCn@pAv@lDVXBhEEp@FvDw@jAy@f@eEAS^Yx@P`BTfAv@|@hAl@l@@|@wA\\Z\\l@r@l"
    "FV`DJL\\Wp@A|@d@_@`@a@z@L\\v@^n@~@Tp@|@x@d@hAQzAGnAQxANdAjAdBZxA_AAi@RWXWd@Nl@StB",
    "wlfBgybDWz@[~Bm@nCRz@MjALpAvAzAdBBfBk@rCwAJo@RYf@sCAwDiAUaDuAc@Jg@l@m@@_A_AKB",
    "eyfBk_bDcBfAaACk@ZKl@CdBn@\\r@IfAd@hFeDCiCGu@oBMw@dA",
    "infBizaDVD`@{AB]g@{@WcAaAgBe@yBM@NlBtAlHPv@",
    "ymgBabbDRPtAM~AnAb@WMs@IQ_@UU_@Gq@SZ{@H[NWVSb@",
    "{ogBwxbDr@n@JAPcA[g@Oa@K?Od@Ix@",
    "_jfBy}aDd@Jh@WdA_BFWc@Nm@p@c@Hq@h@HL",
    "sbfBe_bDx@NZ[v@IPqDCI[J}ApA_@xAAX",
    "clfBo_cDHT`@UBiAKcAL{@Oe@q@xAMh@Pp@Jx@",
    "{sfBktdDVXjAe@a@s@sAYo@Ft@t@JZ",
    "{yhBadbDRRzAa@nBoAQ{C[cAkEnDA`AZjA",
    "iziBy|zCLYX_BZKd@GZM|@w@^Ob@Cb@^Xd@pA?xAQ`C}B^Ab@Dv@]lBqAr@Q^HZPTBJ[f@_@h@CJRJrDL~@v@AR\\j"
    "@vAHpAjAOb@M^Jb@l@`BClAY`@gBb@i@j@c@NG",
    "ibsBqukCTF`@_@RIR\\TTRHNBZT`@Ep@QZj@DEBmBPm@TY^Jj@C^S|@^r@`@b@`@ZAn@_@b@a@B[",
    "{krBkykCa@J{@WYoBGaCcBd@gBPsAFqAU{FiCgAqAm@[kAcAoAe@p@lA`HzIRfBMdAg@vA",
    "ibsBqukCITO`A~@R|@Db@G`@@dB|Dv@~@`Ad@`AT`@@\\VRj@?j@H`@b@GNcAX]~@N^AfBaA^YRw@t@iEFuCq@d@m@"
    "m@m@kAu@]_@L",
    "egt@ai~BqCr@uBMw@_@D^s@nASDkAg@eEOSTc@lAq@n@s@b@w@Hu@Os@F_AhASHw@SNbA_B`BgA|Dq@lAw@dAm@n@q"
    "@T}CIc@Da@Z]HQImHhH_B|C{@pA}BtBq@X[MD[b@aADWo@TuAdCWn@i@l@k@`@Tr@`@DbAUu@tAI|@WDe@eAUy@_Bt"
    "Cq@bAJf@Bf@w@c@UBSTW~@s@Lu@AmBt@eBjBaBTaBBo@v@UlAVt@Lv@c@dAlA\\Jh@Cl@OVm@UaAReBNeAMmCn@i@X"
    "sAvAe@z@sA|CeA|@}@NUISNQTOdAHhA`@x@Rj@vABzBRvB~@x@r@Z`@|@\\BY?a@N}@Lv@Vh@d@`@pC@x@m@z@a@xE"
    "_@t@@pCb@pCP|@Tz@^tB?jCb@jCFyAeG}DyFa@u@YeAEs@Fm@l@mAFy@Le@`Aa@`ASdA?pCYlAA`Au@lB_Er@s@Xk@"
    "Ro@XwGTgC`@sBp@yAt@]hEjAn@Il@YrHuD|BcBr@q@j@eAl@sBp@gB?h@FZ`GJf@WX[Ri@LsAVeAFjAJbA`@f@f@Dn"
    "@{AnESPObAwAz@oBy@e@wBs@Yc@Oi@HaAVo@X[XQb@GnMIX`@h@hApAzAv@`BRp@Vb@x@z@n@zAz@h@^Y^?TVXHtBJ"
    "PTNbAR~BPh@z@Nv@b@rBzB\\PEyADwA^Cd@L\\Xx@~@ZPZa@Ei@}D}CUKa@Ja@EYk@^qEKmCk@mByAeDi@u@uL{Ik@"
    "Q{GeAk@WcCeBiCi@qC^",
    "qov@o}|BTb@Xs@NCTSh@y@Hy@a@Cm@HmA^FbAJp@",
    "kiv@oi}BJR\\k@j@QXaAVY@Wg@Q[F_@r@QzASV",
    "{~u@cs}BkAXYOYCYHe@~A^JX?RObAEl@[VWJ[c@U",
    "}kv@yc}BRBt@o@Pg@Su@C{@GAGdAk@\\ANYz@RV",
    "szs@yo|Br@|@lBtAz@@z@_@f@gAVeAAa@e@v@_@ZYQS_@|@cFCq@o@{BaCd@UTSnA[|@a@dDCx@",
    "kru@cw}BA\\`BsAh@wANSYAmBnCQR",
    "}}jBqvvCb@Bx@SZc@Be@?a@Py@l@y@`BIb@Qb@Uf@Od@@j@NnAYX`@f@f@b@?bA{AREz@l@V@PMnAc@b@EZNl@QrBy"
    "BdAzApCUh@|@p@vBf@x@`@Uf@s@fAeCb@Yh@Eb@NRZLbELlD?hBoA~A}AdD]RMt@UjCW|Co@fBk@hAs@`AaAfBu@nB"
    "Mh@gBtCeBvC{At@MZ?tBIj@{@xB{BrDMh@C\\FV^V",
    "gejBaqtCXYrBoDlBoB|BoEfDqArB{AbALlAZl@@`@QVw@Ck@Bw@bA{AzAwAtAoBlDmHb@aBa@QY?]So@?w@Rp@_A|@"
    "_A~C}Fn@uBDaCKoDZ}BzBcDl@uAxAq@h@BV~@PlCnAxDZpAh@fBb@FTI`AoD~@gCF}@DoAn@_Ha@g@",
    "auiBcstCeB^kAOcARi@d@IPv@@|@OdAd@|@SVWN]Fi@",
    "o~iBywtCf@JtFGfAWnA}@PQqAQiAPWj@iEb@iAR",
    "kwiB_}tCvA@jASd@c@C]Kq@sADaCb@]h@FPp@^",
    "k|hBoyuCIf@dAkAXs@DU{AlB",
    "auhBmzvCbAV^k@Fc@x@K`@q@DUo@w@YyA_@t@g@dBUZe@dB",
    "muhBqrvCMp@r@m@l@QHa@E[I[c@BEZc@fA",
    "s{hBkcvCL^b@y@^g@Vm@l@{@NcAbAiCJe@c@v@[b@WF{@vA{@pBeA`BNBLJ",
    "u{hBmtuCGN@JZOFBfC{FLo@o@x@cC`F",
    "y~hBivuCe@tAb@Qb@u@Tw@w@h@",
    "oohB_ovCBj@`@w@PeBh@cDDm@Um@?m@\\oCWUOCEbBMx@g@dAFrBGdDGb@Cf@",
    "uejB}jtCiAlA|EeBYIWAaBb@",
    "mujB{~sCdBkB~AyBxD{DdCm@tDwCtBu@m@Ks@?wGhE^u@",
    "ufjBqotCg@Sa@LU`Ak@j@eAjAk@x@cBhBWLq@\\",
    "}}~Ak~iBhA]Oe@gAT",
    "at}Ao~oBa@jAk@r@cAEo@\\i@z@[`C]|AMdCo@dAe@`@s@~Au@p@u@KYr@i@b@g@@c@oBo@k@yByAm@g@q@YsBGkBX"
    "u@Tc@Oc@t@c@nB[b@]d@WvAYvAMd@_@vA[?[c@K[",
    "q__B{_jBBWTGx@s@IeDXGTTf@hER`@bHgB|@sAjAQbCHjBV^p@qG]]DM^xI`AdCd@d@I\\_AnCG\\TNl@w@IwAAWb@"
    "tGn@`ExApA`AlGzEdDfBj@f@hAhB~AbAjB~B`AZ",
    "cus@wimBd@_Cr@yBl@iABoDP_BbAwAz@{@h@JYbBcA`CEp@@`Al@Ih@[r@G`@g@fAyCs@cCOuA@sDJuAv@eCvAoCxB"
    "wBx@}ApCiAt@o@j@yADaAOcBf@}BjDyF~A{ATs@LQMjDi@fBmB~A]v@KhA~@jC^b@HjARVTk@xA{EjDiB^_A~@iEZu"
    "DIyBeA_EUqABs@AiAXs@`AeAh@u@K[kAiACaA?U",
    "{gs@eppBMl@OfAEzAgAtHw@jD{BzHs@x@yA|F_@h@QhA{A|@Yl@",
    "atmBw_xATTJz@@l@d@b@jAGjAa@t@Ib@FdCpBj@LpCGpAWz@Cf@b@r@rAj@j@RCJc@Po@B}BTiCMgAi@u@OiBLaD?o"
    "BKaAN}Cj@{Fz@kElA}Cp@wCVoCGyIWqHQqFBuKt@gGJ{G]oHEoERiBLOPIbCIpDMzCCfDCZg@JeA?eAa@wEBQz@C`D"
    "b@jB`@bAJtBx@hAzBVzCA~BB|A`@`BZnB?z@NhHlBf@lB?XAfCgAp@?j@d@rAb@lAXnAxATFt@m@hABjAT`@HV[dA}"
    "EzAiHp@{DRo@^_Aj@yBPsBGmBXqCx@yDf@qDPiDBoCGwBHyA^w@PiAL]XcAx@kA`Ag@jC?xDAfDDxDDzDDr@JnCBrB"
    "Sh@KjAItBA~@FxC?L@VT`A]~@H",
    "{vgB_t}Ad@a@lATd@X|@~AzAp@`@CVOt@iBf@cBNw@",
    "_hgByw}AWMgAUu@IK[GwHA}HRi@PW@U[g@g@m@KUk@sAuAaEaAo@{@q@IS",
    "}vgBi`_BGe@[BGPMf@Wx@i@bAk@hAUHa@e@i@w@{@g@Me@GoACwAEeBKMUIg@\\Q\\_@?S[e@q@q@Sq@o@q@}@WEWn"
    "AUx@C`@TbAVxASlBEjB@~@QXKLQOa@Bi@`@i@Cg@g@iAaDkByGwAoDgAgAo@uAW_Bi@aAuAs@_Ay@aAaEwA{IWwHM{"
    "DFkSDuEMsB_@oAwAiD{@kCm@aDwAsJe@wBOs@u@cBiAuA}AkAqCaGuBcGNyHYaG_AkIU{IToJGmH}@}IYaCGsE@qIm"
    "AoMiAsGqAuH]{Di@yFDgE",
    "awjBkdhBFgFS{HD{D\\aDMeB{@i@gAaDcCgLmCoEaB_AgBDaAd@_@`AmAbB{BbC{AdDs@dDg@zAq@\\oAKyAd@_B|A"
    "y@`@SWm@LgBjAsAi@yB^}GfCMUGEWu@}@qGs@iDW}@}@yAeAUeAFw@d@s@l@y@?{@k@wAoA{As@oAy@aCcBs@m@aAS"
    "uDzAuB{@o@PeBaASk@_A}EeAaAgB`@{@`@cE~A}F`BkAN]HYMsA}B[QW@_DdB",
    "ukpBgeaB?j@An@Yz@q@vBe@nBA`BFbD@~AC~B?pF@jDEvA{@rEYjFMjD",
    "wzgB_ufBeC@cCBqCAkCAmBDs@q@q@jAWPIEQt@}@EIJE`Ay@A[NWAa@e@WJk@p@]h@k@MeBFmAf@mApBs@`Am@~AQQ"
    "OYIK@qAXmCHuBEaBSeAa@k@CaA?G",
    "}liB{xfBe@}Ce@{Ck@wDe@uCBiAAoBG{B@iAKq@YyDMiBWq@a@a@q@AcCU{Bo@i@UkAmA]CY\\uCxAg@`@OCUDa@@c"
    "@KSJ[x@QEWi@m@k@uAq@MT]jB_@d@",
    "}vgBi`_BLQh@mAp@yBRQX@j@j@j@dAlA`A~@b@Dj@NlATl@v@NTbAp@bC^z@",
    "sdgB_s~AFYR_@h@eBf@}BHy@Ja@@_Cz@uCxCmGNoA`CwF",
    "cxxBetvA[|C?vBJd@XWl@_BtA{Ag@GWFWGOs@A_@UWMJ",
    "elxBalvAe@dAjB]N}@@o@g@Ho@z@",
    "qfxBuzvAHNp@aA\\Oh@iBOoJMo@ISWE[l@FlFe@|CW|BLl@",
    "}j|@eseBhBr@FGD]AyE?wFPeBn@aD|@wEP}@Zc@^CTL^f@\\j@v@`Cx@vC`@`@^L\\CVi@XqAZmBb@c@L`@J~@F~@W"
    "pAS~@b@AnB?bC?`C?rB?lB?h@Eh@c@f@QR@f@b@n@D`@`@ZC?|D?lG@~G]UY@SRu@O[F[FY@OTUCWYYN]f@S|@OhAQ"
    "f@@dA?v@Dn@G\\C^?PHFTDVDNAJ[JCPBPQNc@Zc@\\NTPTTPVREXPRZZR\\Jb@H`@Bd@F@vCBfH@dE?rDM`AcAjCs@"
    "hAk@pAm@`@Q^Kp@Et@El@Dn@Hl@Cn@Od@Cn@Kl@El@M^OVUd@C`@Bh@?\\UdAEp@Hx@HhEVfFNnDV|G\\lIb@vK`@p"
    "Kb@dK\\~I`@bKRhFHf@",
    "{zu@q{eBNoAjAqBe@sC{AoBwBvAMmDj@wCG_HMy@_@mAg@s@WOi@XYy@aBX]WSg@W[]eAQoAM_@a@JAc@Qm@{@iB@m"
    "@NeBCe@a@Ki@]S_B[sA]}Ba@GQoCk@_C{AyJXFTr@XEZ]GiDNSl@`Cd@eCBoAOoA@u@|@f@Cq@e@s@Qu@a@y@MwAGi"
    "CMsCHgAP}@NqGC_DF{BNkBhAiCuB_Di@wBt@wFdAqE@{BSNUCUgGDqAd@eCn@Ah@eDXe@PgBbAkEt@iB",
    "utv@{~mBOVm@dDiAhBkAlD_@tBWTUj@H^V`@DdAOd@OVk@OWoANcJXqD\\u@XeAQu@o@W}@}@eFsImA}H{@sBcAiAq"
    "APaAg@SeBPiCXqAWyBYuD@wC_@{AJc@l@hAb@^S{@aAwC_@eFY_B{AeCS_AcAcBoBwEk@{@wEhCcAGJX^Fl@d@JpA]"
    "vAa@V[w@[_Dk@oDKwD]_Ao@UqAb@_Ad@aADiE[gI_NyCgB}AcB}@eEOsCk@w@o@?Uc@Em@qB_CaAOw@@aCnBy@bEIf"
    "CnArCR~@",
    "ygv@ubgBLXZm@Hy@Oi@WLIb@AdA",
    "ww`Day_CRbA^I?q@FMIm@EMc@f@GX",
    "swbD}tgCl@^nCaBdBmB|@aCFw@eAHeAn@OfA[TQh@aC`BS\\If@",
    "c_cD}}eCFVbAaAhAMXy@B{AmAB_BpAUh@NlA",
    "_}bDuseC@Tn@iATMIi@_@IY|ACV",
    "_acDk{eCBt@NGR}AKW[D?`A",
    "etaDu{`Ch@t@XY?gAM_ANm@Mw@_@OI`@QREP?b@Pz@M^DX",
    "kp|Cq~{BSf@w@[Ip@@VPx@l@k@l@H^CH[Yw@i@U",
    "_mbDizcCn@XP??sAg@mAOXIh@?bA",
    "kg~Ce|}BEt@j@qAJCT]Jq@a@A_@z@Qt@",
    "cz}C{p|BJTNg@B{@J_@[i@Kk@]FMLZl@DRDjB",
    "qw}Cgr|Bt@VJCS{@o@i@@pA",
    "yowCso|BEOJoCAa@DKTK`@TdB|AvAlDf@d@f@Nn@]t@ShAj@d@SPc@Lu@GcABq@^Y`@UR_AHgAG}AEcBPm@r@W~Bm@"
    "pBWn@Jd@KTQJ_@?k@QgBUeBs@qCCeBBuBY}Cm@uBUc@Ds@Po@XYh@_@bAGxA_@jBeAKeC?sALcATo@Jk@SwBXaCZu@"
    "\\aABiAMcAiAqC?a@P@RBbBr@J_@b@ShACtAHjBr@bBxAj@~@f@d@\\Ld@[CyAcAcDGoBRaB@kAVq@`@WPw@?_D]eD"
    "o@s@]YG_@NqBAiA]oC[kBw@PWYYe@]aASkAWsDOYeA\\SUe@gBc@_Cs@g@c@CQi@@}@`@cBNmACo@s@]Ky@F}BUuCK"
    "qDCcC?cBDiBF_ETgDC_ABkELkDZ_@r@w@\\IVRHz@Tv@\\KJy@RiAz@}IFcBHeBRq@T[p@uBXq@JGZFX?Ty@PgARc@"
    "`@Q`@DR|@Lb@VpAh@rBRh@",
    "yjrCqncC@o@EkCRa@|@a@dAm@`@q@POXFh@r@f@z@^D^]^c@hBs@n@GrAHdAKHO?[Iy@Eu@F_@dAg@`A[bAIl@Rl@j"
    "@b@lAt@`@~@x@^v@n@rBbAnC|@lC^fCh@tAj@|@^hD",
    "szjCcelCh@PrAHZAh@ArAe@pBq@rBeA~@w@",
    "abiCa|mCFIN]bA{A@WgByA}@c@_@YEBOj@g@X[E",
    "_cdDkgqCDIl@dBxA~A~DRz@cATn@P|@p@TlABj@h@Vl@jBNf@|@bATvGlGz@pBx@bCh@bAb@l@^R`@l@^D`@Ud@FVv"
    "@SfAH^hAd@lBXl@n@NZVLV}AF{Bm@]g@OgFkDZ_CSw@s@yAa@m@ROtC\\vAAj@IMmAFkAH]kAwAc@UY@@u@ToAWgB}"
    "CyBe@mB}@eBsB_GGk@_@wBEo@r@eATaBzCqDLwCLDVhBRb@fA@b@g@fEYp@bAl@hBj@jAl@f@d@dA`DzK|@^~GvFnC"
    "`BnBlDd@fB`@rBRnDdBtEb@l@b@Pl@Eh@LdAStAbA~Ax@rAqCz@e@~Ah@l@`A|AbI`@xDAjAu@fF}@~BiCrCeHdBcA"
    "c@iA?mA~Ao@~CElB?d@Q^It@\\l@VVRfD?zDW|@_AvAaBfAyANkDa@eAqBBo@A_AwCeDuAsCLe@NYOOm@IsEwCeDzB"
    "}AnC}AXaAfAiA~@aBBqALY{@Ye@[Fa@jA}Az@uAC{@Uc@Zr@`BG|Cf@p@d@nAUr@SV@~@`@b@~@~Ad@APQJc@Fu@Vc"
    "@|@M`AJpClClCpBtCxAp@v@b@Nz@k@d@BFZo@nAK|@Dl@XTf@c@b@p@NrA?dEVj@`AVdA~@X]Ha@G{AFk@^@p@Xb@|"
    "@Jb@o@rBm@JKXd@x@xArANfAXbAd@t@Xv@\\\\p@`@|@fCl@`Ct@~@h@xEjArBZzDSrBqAAi@h@wAvCgB`BiBv@cCl"
    "Ce@x@]xBy@zIg@jDCzA}@hDaAbHiA|FOdEXzAAtBiAlBiD|BYb@a@|@?|DY|@Wb@eBpAi@`Am@jBK~AE`Cx@Bl@MtD"
    "gDn@E`AV~A_@dByDfAw@lA]xD`Dn@KLPTZwA`@uAs@sAmAwBh@SdAStBsAnAaAb@qAfBqAdDkD|DeArDYtBWdDz@t@"
    "r@FpAXz@x@|@fBjDbD`@dBTvAh@j@jBi@bBBnBvBZn@QGQOq@PoA_AkAbEwC_@mCcDu@Am@Xq@~@iCzGiA^iA`Ag@F"
    "c@R`BfB~B`Fv@t@d@z@eB]iAkBc@Y]VMdCZxKb@D`@oBf@a@b@T`A?Xp@TfAg@LoAzBG`ATj@v@QcAzAP~ATd@f@VV"
    "rAc@hCc@pDCtAv@c@tAjBl@F^mCd@TXh@b@xCh@hCd@d@j@Ib@BIb@e@l@?t@pAfDL`AAv@h@bAUpBJnAd@jBd@fAn"
    "@rBx@`AlArFTxBD|BXh@f@v@n@[@sARGJu@BeAEw@RNJ`A^t@^Ub@k@A~@Q|@G~@o@Ja@hAYlBCh@Sp@Ah@l@f@x@f"
    "AdA|Bx@rAr@?\\Il@o@r@SeAhDe@\\o@Em@_AaADO`BPlBb@nCDzBk@nDAt@PXr@m@h@y@j@Lj@Wl@RRh@MbAg@v@W"
    "tAZ\\rBSZN`@|AUlCXtAn@T~@dAd@NA\\[^Oh@b@nCr@l@rAW~@`@v@}@z@Af@lABxAf@FTE\\DCn@Oh@qARMz@C|A"
    "tA~Cb@jBt@Af@tATvBZW|@PRv@OVAf@XdCZb@Ju@FsATEb@lAj@v@b@TZs@bAYX~Ex@nAXXl@F]\\Ix@Pv@l@JXj@H"
    "fEZdAdABr@m@Nd@F`@Zb@r@HtBxAr@Y~@a@l@`@LbARr@~@?r@_Ar@o@x@f@j@rAt@ZHr@VXx@ITaC^Q^~@Jr@Nd@E"
    "hB^@h@_Al@Kf@z@",
    "ws~Cur}BTOTKb@?LNXHP^@B",
    "ko~Csq}Bl@Ux@wAf@qCr@mAVeAF{BHy@CaAMy@v@\\f@t@GbAH~@|@^CZCZo@tAIfASf@e@nB@zEU|@Fz@LrA@?JW",
    "{f~Cah}BPBDZ@X",
    "af~Cgf}B@@^PZNTT`@~@`AN^wCl@dBJnEPb@Z\\r@iAl@p@b@p@Nj@Xp@p@o@h@gAIu@Ba@R[RBIdAGdCRd@Z\\|@W"
    "h@q@r@i@j@GHrA\\dAXFZKb@hANt@j@x@rBXh@x@t@Ih@LXCR]X?H|A`Af@z@H`AzBn@hA`@FXYLoBJKFfBJtAVn@j"
    "AjBTjBM`BeBVMt@Hj@Xd@Dv@mBnDCbAPd@RpAx@dAzBb@dBc@^oAAw@YN[EFs@J]n@m@d@{BGeBToATcAVg@Jq@W{C"
    "LyAk@oBK}BmAk@EwBx@Cd@wAHb@\\Br@gDNUVCKrDz@`Ap@\\dAJf@Rb@OGu@SaAPu@f@g@z@@h@Kf@BNWd@sA`@s@"
    "Ls@M}@Jc@~@CAtAEfBQlAJj@^\\`@sANSPBJpA\\hAv@Gj@l@r@R",
    "cy|C}vzBYr@QhAOfCG|Bv@nAp@^bBrHT~ANh@Dh@Ah@XrCVtDLhAZv@d@\\TBTNt@`Bz@jAI`@?^Xb@ZErAZ^v@^dB"
    "JLp@Vf@H`AgA^UvA]tAo@z@w@xBiCLuFTeC?o@G{KGk@Og@u@{A}@iAwAwCaAeAu@cB^BVKWuAWm@[Wy@Pu@Qe@kAe"
    "@OmCVaBa@o@eAWCgAR[hA@q@Am@MB}AxA?mBE]]m@M@e@vAa@r@m@X",
    "{f~Cah}BKX?@XTFDB@",
    "ws~Cur}BABKj@Bn@UVEl@VX@v@J`@fA{@x@_@t@JPc@Bc@}@_AC_@",
    "cs~Cyf}BLPd@sA@[]C_@d@?`@FX",
    "ao~Cyf}B`A?LIFYWk@yA{@T~@BjA",
    "wje@aveAtAb@C_AUu@}@^]D^j@",
    "{{u@yk~@bBVBEESUc@[i@EAIBKF]ZGR@NND",
    "e}z@}ppAIbCkAlDWdEQXgB`BAVNb@Ln@IbAQzAGrAIvAKfCGxBYrDEnB?bAS`Ag@lAw@lAk@|A_@|@i@r@]l@K^CXJ"
    "Xp@xBbAvD?VaAbCIt@?hATxAdAZNV@\\Od@@vAY`BL^Xl@?j@Gn@[f@kBhCGP@Lh@zABv@A|AEz@MVu@ZcApE_AbE?"
    "hDEbEi@zCEzBKjCq@tAShDCxA@x@e@vDC|CHpBA~@Cj@a@f@MXo@HeAByBi@{Ag@",
    "ke|@qqjAgBnEj@vGfA~Lv@zIHl@HbAvB`BnDlCvAjApB~AXlA`@j@b@t@Jz@`@d@\\fC?fBQdAa@\\KtAIz@Wl@Dd@"
    "RZb@NVtA\\pEBjA_@~DQdBm@tJGdB~@lCXtAHjA?z@Ev@u@lD}@|C]pA?lBL|@`@VfAh@^~@^H^q@`@Jh@j@NhBd@v"
    "D^p@VjCh@fERvBHvAj@v@p@nBd@lBL\\\\HR`BfArCPhDXzABbDf@lHF`Af@r@t@rBNtAW~F]~FAxBJbDFfASZa@RK"
    "|@Xj@HnAZvAnA`@Z_@H\\C|@PhAh@fEXrDNlAE`AMd@?b@Th@TdATHVSXh@DtALjBD~BH`D_@nBi@hE_@p@a@C[f@O"
    "n@TrAb@LBn@KhBKfBc@p@MjCa@l@BpDa@pEc@z@OZHzA\\fADrBKtAc@nA[Fg@_@i@d@EdAE|@TpAVvCDtCEbFKpDA"
    "nBAp@L`@d@P^FXZDv@T|ATdAd@dBVhBRdAAn@LzANlA\\`Gf@t@`@XNb@KdAc@RKx@DvAWpA@bBUxDRzBEhB?fB\\p"
    "Ax@N^jAv@pAD`AHz@TTb@?ZHf@jAj@h@H~@CjATl@\\vAP~AQvASzCCbAX`CRrAShBOz@NbCJpAIvCg@hDe@tCCnDI"
    "jCQvCe@x@]r@DfATvA\\`AjATz@z@p@h@d@p@Xr@Lx@I|FD|AXdCVhBH^@n@Bj@ZHb@STJNb@MpAMpCQ|@Bn@FhBVr"
    "A`@?Rb@Hz@IlAk@|@Mh@Dt@`@TRj@P`BXlBXpADnBe@vBBtBBtI@rBI`ELr@Fp@e@lCi@`FIxAD|@v@t@l@TXe@RNR"
    "`AVt@Ht@YbAMbC\\x@R|@GpAGrCPtFWvA[h@uAp@_AVQpAF`A\\^n@Z?hBg@dBm@fAI~@@bA^v@k@vBSpAR~@\\|AV"
    "l@?r@HfB@dBG|@qGn@}@Pc@|@DjA`@nATvCt@Xt@g@x@Lr@HfAB~ARz@UBv@O~A_C\\wBv@c@dBo@rBq@fAArBlAxB"
    "HtAdBX\\p@LfDKbCg@l@YtA\\dBbAdAd@`AWt@]rAIl@OzBSlD@rAP~@bA`Bn@l@FxBBxACpA]`A@`Af@Lb@^`@rBb"
    "BvB`@t@AzAf@`C^pBXhBCnBw@n@m@jBQhC`@|CnAz@l@`ALp@KdDBjAJhARv@j@|@jAv@~@d@Zh@`@~A\\fBE`CrDN"
    "J~Af@jAJhCg@bCQnB^dCKhCCjB_AxBg@vCU|BKbBOz@YbAKlAg@XeAiAq@q@a@QeBJ}@m@[De@X[t@UzBMhCPlCZ^H"
    "f@ItA_@|@@tA`@dEVpAi@zAc@nAiA|@{@tAi@dAH`B[ZoB@gDBeGB_GDaHDiClA{BdA}C?{CpAsBt@eATgARIjA",
    "wo{@eji@xHkBdA{@z@EpBfA~@nD^p@nAl@nAHjGhD~AL`Al@~@~@VjCIrAfAnHPfD?vASjCXnFp@r@tBbApAo@hCk@"
    "bB{A|BaAh@g@nBwDJ}@FmA{@oB_@G{ABmAQq@z@K`CRbARj@E^w@m@[aH{DoC}@sA{@cCIc@Cq@f@g@vAu@zGpG~Bf"
    "ArAlAbBlCPh@TzAHfB`Bo@vCsC\\w@]kAm@}@CuEKkA_@{@y@aA[MWZCp@_BCyD{DkAEeBj@qBYUSUk@rAs@pAYdFS"
    "p@RbAdBTYLq@lAc@d@Fb@n@EhARpAfAlAp@~BA`B@r@PZd@^vBUbAgBXeAjAmAeD}Ay@u@u@yBg@mAZu@`@?AtAb@f"
    "AjAa@pBfBdA[nB^v@w@JgASkAR}B^]^FLkA`@cCNc@N}@QMe@Na@f@s@DqBtAo@SYSIgA?cAS?_AtAi@GgAVe@IcA_"
    "@kB_Bu@aB[M_@JW\\?bAW~@a@r@I|@D~@|@tAJ^U^WOc@i@S{@C_@Ak@@u@p@wCDc@?eAw@_AOq@C_B\\aAxByChEw"
    "CVNNZSRYHsD|Bo@hA]Re@n@HfAtDbAnCvClBzAhAa@b@}Ad@wBv@eA^FXMTc@h@\\`BsAXc@eAsBmAj@QiIViAdBqA"
    "n@HbAIl@e@r@Oj@Ux@q@bA[|AoEf@mBTwBoCCsASSq@\\}Af@kA]gAi@u@k@VoBxBQpAmAzFSVGTcDlCUAHuBm@aDm"
    "@s@U?AYj@cAUwALAd@v@nAvGn@r@`A_Cb@yARa@GmCaCZj@m@xCsAd@g@ZMp@aB~@qAmBsCu@gBoDt@a@_@\\kA`@V"
    "t@o@tAoCCgAMeCa@[gA[qAj@a@`@_@O^aBt@e@x@eAEmAQaAOeAIcBDmAOa@YOA]r@DP`BDxAd@dALpAH~ARlBl@i@"
    "Xi@H]Ew@J}I@eHUcF_AyA[YYJg@A[_@xAw@v@^f@j@hAa@LsBh@eBFaCCyDeBNsAb@{ECsDrDoAWBc@z@k@d@eBT[J"
    "}@@eAl@aGPDPvAb@rCr@fAnA\\nANbA[N}@AeA\\a@lA_@TOX_Ae@aB]y@c@Jc@Xm@jAk@Lq@{@Ii@^YZIl@_@vAsB"
    "k@uBgBgC_@_@ZqB_@}B^eBx@oBlAWN^Bl@K`@DVP?bBW`AiAjBcALs@JmAe@eCRAdAfBhBt@nAP`@f@Lb@URk@Ba@`"
    "CFp@N^d@FjAyAf@eB?oA[kByBsCa@}@gAcA_B{CqAuAf@gAh@iBCuCgD{@iAX}AEs@c@c@EoAi@a@y@Gk@?g@Fm@L{"
    "BMi@a@o@k@OSBu@j@J~@RlAj@pHTdA`@z@WzBb@vAvC|ARBK`@wAGcAScAmAUwB[iFc@a@k@EUt@FzB?vBv@~IdAlC"
    "Fd@Cj@u@Ei@kA]aB]gCBaBI{@KgEUcB@mCd@s@r@_@LuA[kDcBD_BuB}@i@c@H{BnBW@Bi@P[p@e@xAwBxBSU{CWoC"
    "{@QaBo@{DuEa@aDGuDxAm@~AwBlA}@dAoAMuBIaEuAi@g@gGx@kEMwCkA_CKyAUaBaAIAu@DaBj@sB@_Di@{DaAJKG"
    "l@qBd@}BEq@c@i@i@Wm@~@aAlEIu@XoETcGdA`@|@QVg@V{@UeAUu@m@aAaBWeAsAUmDTPd@vC~@r@^Gd@[jAeCh@]"
    "f@C`@`@vAhFd@f@zCPv@[|@a@Ey@S}@a@_@Aa@n@Iv@_AXqAHqCp@gFHeDa@uBkAoMWmFg@oE?gCgB}Bg@kAyAeLKc"
    "FlCsTTcCDcDa@oGCgB\\uCnAsF@{Ba@_C^_DOaBQmA}Bh@y@S]m@WaCKmEGwAI_C}@s@UyBs@gDs@{Mu@sBu@gCTgE"
    "c@{A]cA[yBe@sB{AeDUiEeA_JM_FUwCDmCi@kDg@qCMoA{AaEOwC`@gB?aDX_F{@qAW}@mAeJDkCUmDp@mEFmMZeJl"
    "@wJCqE\\eG?wCUuIsCwE]qFQeIDmFNkBfAmDRyHMqA}@wAi@yBU}Dm@uCQiJc@_HScB{@}BIa@I_BBaFIkCm@oGE}B"
    "s@yGKiEWiBHwBOkGb@wCFwAk@qG_@cAo@_CUoCCyA~@eMF{CMgJUgFDyDE_BKwBi@oCIgBLi@r@u@h@cCBaCM}ACeC"
    "}@Ya@iA_@kCg@qIQaLWyFO}BMcGWiDC{CBwBz@_R?_FY{I?gNBqBVkBDoCb@}F`@yN?kGLcF^{@",
    "ol{@q_i@@tI?pI@xH?zH?nH@vHB|IBbG",
    "al{@ipf@pA?VXbCd@~Ey@v@u@jAsBX^fAp@fAd@z@Bv@o@JWJEvBbAbCcAhBi@fDWtBuAxEFd@[LsAKg@m@UKo@o@J"
    "{@|@QAg@y@{@s@UEkB~@k@G_A[IWIk@QYw@Ku@VEjAFpAgATuAA{@\\Gq@~AaCf@oAr@o@dAWv@uCAcCD_C{BgAZmB"
    "i@qAq@_@o@pHc@jBl@T|AAu@vCuAp@iAnBApAg@b@cB@cAO_@u@e@QaAbAqBp@]`@Uz@?|@E^a@Om@sAW][MOSAWrA"
    "}@vLyGv@oBb@mCAqC_@m@mAy@oCqAgDsBSU@iARq@`Ac@dAG`A@`ANvBlAbAC~@i@n@sAXqB?gAIaA]eAe@[c@Ba@O"
    "SWO_@DYJWt@o@Rm@l@kAWSqAKw@r@s@z@_@?]YaAkAw@aBq@oBi@cAm@EiCpEo@F_DqBQDw@x@OV",
    "kg|@oef@Nj@`@x@n@l@l@J^WPg@Fi@HUPCT?ZNx@x@XNPBfDk@NQRe@TuBdAgBkBy@aC?yFj@aBHmAbBKz@Aj@",
    "esx@sns@h@Vd@Df@QdA@bAk@~@_APe@Es@o@yBk@gF]kIV}BAs@K}@CaA@_AE{@o@_CGy@?}@U_CDi@Pc@M_@iD|Ao"
    "BTE`BUjAMfCO^F`Br@h@CxA]rAj@^l@PJT`@Rf@l@Kh@s@~Ay@`A_@`Bi@dBR`Ad@zA|@|@t@d@EvCR|@",
    "_gx@w}l@ChDFhDTnECh@WHGXFlBLrAXdALpALPz@L`@GX}AFy@AkA^eB@e@KcA[_@CgBK]]i@CQ@OHAxB~BHb@Dn@@"
    "fDR`BRPv@BhAIrAwAt@VJkB[wAeBFOyC^c@b@_ARw@Qi@{@}@]E]`@gAYBaB~@k@MiAqAeAo@gACqARoAE_@g@cAy@"
    "_@YBs@n@o@DILIr@]`K",
    "auw@qkm@~@@LmEgAiHEoBVuAHeAE[}A{@[~@c@dDaAlF@bFb@v@rBx@h@n@",
    "qhx@yuh@IHSA_@PsBTgBt@u@r@eALy@`AYN]BmAvBCLwA|ACLp@DdBk@p@Ad@MFGFu@HY`B}Bh@[dAWnANv@OPDnAc"
    "BnAsA`@cBp@kA@UWQu@j@u@hA]ZSfA",
    "mex@wqm@JZbAQtB\\p@gBTeDNc@Z}AN}@\\_BJeBD_@Y{@{By@k@_Be@JHbEU`Ak@v@ETGdAUhBYr@G\\?XHd@]~D",
    "}ay@uah@OzAGPg@McAGqB`@KJo@dBe@j@w@|Av@~@`@xA@l@TX`@Zr@t@|@D|@Z\\VN@RMTYF]k@[w@cBIgBz@Qb@L"
    "Z?\\_@Pn@Fn@GfADTRLr@[r@o@B[K_B@q@HiADER?|@L|@{A^aBpB[wAiCeCSk@dAsCn@FiAAYS_@KCQV[HMTKl@",
    "_ax@kdj@U~EQ^w@N}@pBA^hA~DNhCtAId@gCt@cCRyC\\cCu@kAs@NAcBq@W",
    "{yz@}mf@}LpBgCeAmB@_@~AlB`BH^OXqBN[^Yf@T|@@ZKZsAzAc@n@Ql@EnA@~@PFh@Sf@c@b@{AVSfAQdAk@v@@p@"
    "Sl@PN_@R{@?[W_B?YLAr@RTMx@eATMx@E`@zB@^a@lAaAxB`@@|Ae@XUZ}@v@c@RUDY@oAJKnATNSDa@JQr@_@BQUW"
    "Mw@SoEeBj@",
    "q|y@{mg@{BzAoA??v@I`BJf@^f@Px@LHxAeA|A_Bn@P|@Wp@D^t@fAZLkB`AeB`AqAc@}Bk@Sg@i@aDj@sAd@yAvA",
    "{sx@{hr@Zp@j@F`Ax@Fp@@z@m@hAUtA[~BSxB@d@C|@a@bBAj@@j@LpAHH`@F@p@FNzADl@WCsCx@{@f@aBl@iDd@u"
    "@j@eC`AsBkAgAJ_Ck@k@aAm@q@b@k@KS_@DaCMgBq@s@s@ESx@Yv@_Al@@x@NnA",
    "{`y@_{q@fCzA`A]XcALy@L_BWs@o@iASo@Gw@Bu@Gq@[QcBv@gBtAc@x@El@j@fB\\rAn@lA",
    "e}w@_wq@LPPELc@H}@SWM?Q`@Gr@BV",
    "sxw@qfk@LhBl@ILYFcAL_@QcAMiABy@cABqALUNVp@V^p@PD~A",
    "a|w@}hm@DzApAnDdAfB~@pAh@?`@g@e@aAo@_ANsALYRG`@k@IaAS][WWLkBm@a@c@_AGGhA",
    "}{w@{ln@f@LDe@b@}@_@i@}@i@o@Bk@`@Ed@jAp@PZNN",
    "scx@ees@lARPa@?]MWg@MYPM\\CV@H",
    "sux@oyq@PLNANg@Ds@b@mAHc@?k@S_A_@QSBYhAEnAGrAHlA",
    "qex@aqj@@~AN\\NHf@]TAb@p@^Xl@E|@a@t@nCXp@t@`ADmAa@wBOoA_@wB}@j@wAk@qAqAcAAWl@Eb@",
    "}|w@ktk@jBzA^e@lA?ScBGiAK[C_AWsB_Ad@o@JaAd@gAVSdBbAl@r@bA",
    "qrx@i}r@Kx@XFd@IRl@HFxAg@LQAy@_BE}@e@GDQj@",
    "ylx@oyi@PJz@[^Wn@{@D}@TkAM?q@\\STYn@oAbAIR@XJV",
    "yix@ezp@\\r@t@Vt@g@~@PDuAWgAo@uAc@sBBaD[c@Oy@}@c@MxBNtEg@~BEh@Fn@d@j@",
    "y~{@_ke@R@p@UfAGHI?OGQg@MwBJOFCLRd@NL",
    "}q|@ybf@j@p@^AJQ@WEWMU_@[ICo@ZRj@",
    "ocz@yof@YhAGJeA\\]QiAGm@[_AMkArDFv@z@z@f@Jd@QC]FYXa@V@d@XRCd@[dASLY?e@LQfA}@l@q@f@GLDLX`@T"
    "HCJQD[My@UEaBJ{@Xu@?",
    "wc|@aoe@RFLSVOzA_@@SI[QWc@Y[_AMDKXUvA[~@BTJN",
    "y`mBippBTGp@_@x@YfAUdAr@hA`AVp@RZ^C\\FPn@Xr@jBjBTd@Lf@?h@IvA?lBVvAXz@^TZJNd@v@fEVd@p@ElCjH"
    "LxAp@zB`AjCx@bADXNXb@^zBhDtCG`AbA~@\\|A^ZCxBLjCCt@Vr@~@d@x@DPEV?PaBjCWbAV`AJH@BNr@x@|CvAxD"
    "j@r@R`@TzBNPz@NvBJdDf@bBL|@ItArA^TRFtApAfA~BVVdBt@f@vAPF~@sBl@iBRiBBa@JD`@l@^t@LdBfBdAxAz@"
    "f@hA|@b@nAM|@_@|@I",
    "u`iBavlB]{AKeAAsABy@b@[Vm@r@iGt@sGjAmGpAkDz@iBPM\\_@T_@lBwDnBkE\\}Av@kC~@oC^aANuBk@kBm@eCy"
    "@yAiAEyBb@eCLaC[a@Sa@@eA\\yBE_Au@bA}AhAsCbAaDh@qCd@}Db@gFToHCiDKyBc@gEVsBC}A@kCJgAn@eFHYh@"
    "_DPkGn@qDlAuAh@gBNuD\\q@xB_AbB?",
    "}liB{xfBXkBN}BFqCCe@Hk@?GLmBMkAHoA^mAZ{@Nu@LW\\Gh@[t@uBt@qBbAsCt@}B`A{C|@oCd@iCLoAQGYAKM?e"
    "@ZkBJkCVsAdAcCdAaBTs@JgAXmMJaCRy@NYD_@AqAIiA@[S_A?iLHUJc@R@TCT}@PmAEw@Qm@Ug@Ya@mAcAUa@Mi@G"
    "y@m@yEaAyE]m@[oCg@qDOqAKqASaAiAkBw@_E",
    "__sAgiwBt@TVID{AJ{@A[}BuBi@R_@|ATr@rAvB",
    "}|sAocuB`@hBfAGd@k@j@cC?gBOwA@mAESUJCr@cA~BWXq@tC",
    "{csAsdwBj@XZAh@i@Mk@k@o@]IWtAA`@",
    "cftAwovBm@TOG]B_@z@E`ANnAz@`Ab@Gh@{@WwB?eB",
    "}msA_~tBh@j@\\S\\m@LaAKw@y@aAa@TSdBFtA",
    "yqsAs}vBU`@GV`@LrAk@TXT~Ah@oCCu@GO{@d@eBX",
    "sftA}~vBPz@TwAJSD{B_@e@OA?~BIrA",
    "oatAchuBNBTs@CgA@QSmAg@FKv@?tBb@`@",
    "}tX{caDs@bAyBk@UFWXWv@[rAEzAH`@Tb@bEpCBLCLQLe@AyCc@IYIqBU}@?m@LmBAk@kBIaAg@eAkAO@HfCHh@`Af"
    "Dd@pCPpCBnFNpA\\p@xDtA~ACtAoAf@u@]aASC{@Lo@VS?BMbC}B`Bw@Z_A@o@F[jAkDNcAH_B?aBS_DGO_@@u@PcC"
    "N",
    "sdYib`Dw@hBO~ADnBxAj@l@a@TD\\`@e@Ls@v@m@fA_AJwAp@`AxAHr@qAnCGb@YF{@KGJ?\\d@rACNa@L_A?OpAz@"
    "jAlBaBp@_BZyA`@q@fBqBzCqFh@c@f@_BJm@A]MQo@I?o@rDsAROV{@MGaBHiB[aAUYYu@a@U@w@f@",
    "us[if}CsGnCsGdAkErA{BXk@P]\\a@fAy@hDm@lB{AzDiAdCOt@NNA^w@`CgBtBqAv@kDxAiBxA_@z@m@z@Qh@e@vC"
    "eApCgAtGMUGsAGQOIM`@KfAm@lDLr@LB|@UR\\\\~@RXJKrD}@lBy@nCyAlD}AbBaApAaAx@y@Ho@AUoByCm@sAQ}@"
    "IcADqADDHnANbARv@JPdCZjBGt@`ANF\\U`AwA|AgAIQ}@e@_@s@DITBRKd@cARSl@^R@Pm@YiBAYn@f@NMLa@LMd@"
    "Dh@]LJDl@LJ|@mANA\\x@HBPYFmCCi@GMw@_@}Cc@MYvBL\\S`@o@`@?PORc@p@_C`@a@x@S\\WJHJd@PTd@Ld@IZc"
    "@Nk@Fq@OaA?[D]LWPSHH@f@HZ`@TXe@Pu@Te@pB?t@p@XBXKBYWeAD}ADWt@MFW]qBQUWGiBGa@Ns@bA@YPmABo@c@"
    "s@`@O|BKA`@In@hAh@v@Fr@Gh@WhAeBl@eBAu@Yy@_@e@mAc@eBAqBl@}GnE",
    "adTwrrDmAP{Fd@mFUyLxBqGbF}EpByAjAoCbAqItCiBLcEfAyBIoEPmCv@wG|Cy@LOK`B{CNMnBy@dC[HKVu@GU[Ic"
    "B@y@IGUh@Cp@Uz@c@`@a@yBeFi@T_As@sB`@SSMsBQ[_@U_DSeERUIRmA@_@KeAKc@WS{AN]`@]z@_@`@aB`@KTd@x"
    "Ad@n@pAzBD^}Bw@mCkAwBk@eBGgAWk@i@_@k@}@kCi@WmDFi@CYMBOd@Up@E?IQW[KsAOy@p@e@B}Bw@cEsCmAi@cA"
    "Ey@Xk@Gy@qAWm@a@e@qCuA{ASy@NaAb@w@LiAIu@BYO}AcB]?[Zo@fA?b@|@vA`MzFhCjBbAf@fAThCPt@TzARxE`@"
    "h@PZRlAbCb@j@jA`ApAf@rBLfA|@rAvB`ArAlAfArAzATp@Y~@MRsAb@_@G\\a@dAq@HQQMkId@gAe@W_@BQxAER]L"
    "y@Bm@Ga@Sk@aBeAgB]oAg@k@e@wB_Am@u@Yg@CSTMQc@uA_@g@AyB\\UVJ|@OCo@mAYY[EYH[XOjAA|BEp@_@uAUg@"
    "uByDoAeB{AcBaCiAoHyBiDa@uA]i@Y[a@o@e@GBPlAJVnBn@Hd@Kx@Qd@YPm@KaAm@qAcAqDkDO_@k@iCeB}@wDeAk"
    "@k@~Ce@`@YDO]e@fAg@ZWAgAUq@o@o@[IgA\\{@b@oEhDsArAq@`AsBjEs@tBi@xBi@vAg@t@gEtEgBxAwAv@aBj@q"
    "B^kABwB{AAy@r@cBt@eAGi@eAoAD[OsAo@NSAY]a@y@k@o@u@e@MWr@Q^?VGNOUQqBk@Uk@e@[m@I]J_@`@Av@LzAB"
    "hAc@lD_@d@}Bp@Fj@nCtD^l@L`@CZYVo@P}BDc@OsFEk@Ke@c@w@wA}@[SWe@gBSyBQs@[_@e@I_BJk@IoDHoDGwDT"
    "sBVkBf@oEzAqAr@aH`FuAl@}Cj@cP`BcAXoCdBcBz@uBx@qCp@_HhAo@Xs@D{@IgGj@eAAq@F}@\\yAJBUdBuBCQi@"
    "A_CR]a@i@@aBNiBb@oBv@gCn@oEvBqBbBmBzBy@tAKn@UVa@?MP^hBPZVP`BTnGYp@tAvChAX^FTKjARVzBtABVoAb"
    "@uAz@cALuAGkBTaCp@yAVq@CeAFwAVuBFaGAmANkBFqEAe@AaAi@k@KkAAwE[kA?cAUyAm@u@GSZe@Ju@CgBm@oFmC"
    "uA?_Ak@O?OP{@fBQNg@Fg@t@g@lA_@TaFBmATWTY|@MvBIj@_@`AUPSQw@gDSYc@FKHw@zBoAzAgEfD_@|@Kl@Jh@`"
    "@b@t@\\hATbAG~@e@RAU`@cCjCa@v@_@b@[RY\\Wh@mBnB_@t@{BfD{@`Am@d@O@H]|C}EpAkCHa@Ds@BiDKYw@UeA"
    "lAYHQCISg@PgAx@W?t@kBd@u@Le@c@w@R[xAqAn@sAh@aCBq@Es@Dk@x@uA|@{@n@eAHe@EcBe@i@gAy@Q{@^}@D[S"
    "BkC]c@Hs@KeAe@w@QgABg@Io@OYQk@gAWKiAFi@NQE@cBMc@iAiAmAGq@S{@g@i@e@i@y@QkALUvA]r@NtBt@xBbAn"
    "@`AJpAVb@|Aa@h@?p@Lt@^x@p@rAFnB]`AIbAr@Cf@]v@\\`@bDJh@GvAV`@EVYpDsBPUk@}AcD{FQOoHk@uDm@qIi"
    "C_AKwE{AyAWqANwBn@_Ah@k@r@c@hAm@`DOhC[r@eB~As@b@_@J[UQCMFM|@QD{@G_AVIRLhAQ^oAbAiAVwAJaDKgC"
    "_@eBs@sAx@gDlCcBdBqAl@gDx@e@\\}@BuAW_BHkBh@iAP}FoAg@C}Ae@}@KgA?u@Ia@YgC@sFZgD`@aBl@qAV_AD}"
    "@G{@U_Ag@gCUUI@UZa@lA_At@}@Hg@Ao@O[_@Gs@\\cAbAcEzFo@`@Y`@sDxAsAPcBy@k@a@Ua@?a@Go@H[Xg@fAs@"
    "tBcAhBS~AZlBx@l@WfCaD`@}@?O}@PCQd@oAVYlA{BHc@o@IUM]@kChAeAa@eDm@`AgALeAEOu@IiBx@q@Fe@Ue@Ai"
    "@Re@\\iAtAa@r@g@lAMJaEDkBeA@VVt@fCpEAXgAKa@OSYQy@KQiEaBy@Ob@hBhAvJN`CNl@nAnCAp@uAxBO`@GbBO"
    "PgA@iA_@wAUMTn@vBAJsA_@e@COD}@|@El@?dADn@TZXJ^FZCvAHr@Kp@e@b@Ih@\\bAEhAqA\\FHJ?Pa@t@gG|Gg@"
    "x@GtAE?WuANg@dCeDP}@EOc@Q_Eh@kAGq@]Yc@QeEa@}BRqBr@sDh@kB|AiBHg@iBeIQ[WKsAC{@[}Ad@s@HaAa@oC"
    "iCw@i@gAoAuAuB_BuAwCoA}A_ASWvACRKP{@GqB@}@Hw@Pq@Zm@XYTGNBFNVjB\\lAf@h@tAZnCRz@e@F_@S{Bq@u@"
    "cCiBsAsAAMlAAPOPgBEg@Kk@u@_@gDg@aCm@CNfBjCH^g@^cBqA_AcAKUz@G@[Is@Ba@`Ak@nAVbAl@v@LpA?z@Ib@"
    "Ul@q@r@kA`AkAVGRFj@hAPFbGgBnBw@r@k@bAYlAG~@Un@_@d@m@\\}@t@kAzByC^aBBe@GaBsBcDSo@g@a@y@Ui@G"
    "}ATv@s@DYy@yAJCzCbAf@Cv@i@fBuC@}Aa@aCIkA\\aAKS_@QMSLgAUg@kAkAgAaAk@Se@Be@Ri@d@cAd@s@He@SaA"
    "mCUc@TO|B?v@I^MTu@Q]{BcBy@iBkDqCmDcAuAUcAE]Hc@fAGlA}A~AkAFo@MwCBc@Z@\\Pn@Kh@eBnA}Av@sAbA}B"
    "nCYh@Sj@_@~CC|@JnDH`@^f@INcBl@mAzAi@\\aBn@QPW^w@bC{AtBEXRv@MPc@R_@I[i@]Ka@PW^a@jAq@|@BRVNf"
    "CNhAKdA]p@_@j@o@PBVf@p@x@^t@c@VqDAe@Nm@d@r@|@vBhB`GlEjAr@QN[ByAIqA[eBJk@VNT[`@eDrAgBOiBoAq"
    "Ag@eBB[HHRjAj@bAp@DLsAS{D^yAFcAG}@Jy@`@QTt@Jp@?j@Tb@f@Xr@N`Ad@X|@KXQMYPCp@Rf@?HPqGnEwAtD{@"
    "jAERf@r@@d@QnBFxAZzCYp@y@j@c@t@WRQj@SZWJOOIg@Ue@}@cA{@kBIa@HsAGc@w@_CQwAOiC]_B_AoAoBcDg@_@"
    "k@OoABw@r@mA`BaBvAsDvBq@l@eBtBi@tB]fDYbBS`@Ip@@bAFr@Ld@TTt@FbAKPOb@oALC|@x@F^WjBBjEEl@aArE"
    "mB`DsGtHOb@]~BMXQNUB]KeB_BwAeB}@u@c@Cc@Qi@a@Yc@Me@QyCOiAi@cBO[uE}FQ_@yAeHa@eCCqAJgAE{@Wo@Y"
    "_@k@a@Yo@MCe@?o@^a@DaFe@?QbC}@A_@Ii@i@o@s@MK]?e@Q}@NUzBsAfABPI|@eATcB@g@GaAGQB]Ng@?e@K_@Fe"
    "@Zk@Jc@]oBAa@\\o@RQOKq@C}@LgAb@uA?gBa@gBQuDFi@HsDfBkCr@_AEwHTgCKeADgCv@Fn@z@lAjANbAZ_Ah@wD"
    "v@k@vAKh@Tb@KRi@?mB_@yBRqDdASL]t@BTzCdCpAt@jBt@@\\uCDsBLu@P[Xe@t@Ej@Bx@Jf@hCtB|@b@hBh@l@`@"
    "r@Ev@g@v@IfB`@x@AXJBXq@hA[ZKTTb@EJOL}A~CSJSEg@m@YQI@?Vj@jCBd@?`@UdAm@jA{@dAyAzAwB`Bk@n@aAn"
    "BMj@PtBn@`E\\lBLZxAlAr@PrAAZNj@|@z@lBn@dA`@Z~@`@bBdBn@f@jDh@hCfCv@l@z@V~@Bd@URsAL[n@y@bBeD"
    "j@y@ZKz@HZE`As@Ta@AMq@QT[tAiAb@g@BKtAs@tAMhBrAh@x@APs@TUKk@s@UOaAFw@b@S^GTuCdDs@`@Wf@O`A_@"
    "hAgAxBmAtCOz@f@ZR@z@UzCeAP@f@b@`@rAHFrAa@zCgAfB}@t@s@~@qAhAoBxAa@fBf@vCLzHKh@HNL[z@FPRJDPc"
    "@~@u@l@}Cz@gBp@_Aj@Sd@Af@\\pAN\\lJtKjCbDdAbB~@`At@`@xAPzBB`DOrAs@vCkCjBqAl@[f@mAb@MlAMlAi@"
    "vDkC~Aw@vA]lAE\\Fu@fAVB|@O~@?lBs@lBFlAI~A[dBMbD?x@DHLoA|@gChAP_ACOm@UuEd@sFrA}@FcA\\kAp@gB"
    "dBeEfF_Ax@uAt@mLnAuC?iHT}Ch@k@\\MdBLr@tA|Ct@rBnIhNj@pBPbAz@bAvClBvCzAzARpAUr@[lAyADFy@nCLL"
    "l@QhB_A`@JRPZ?b@S~@s@PYLoAJM~Bl@RLs@^QVq@rBCXd@NxBm@LB{@tBWt@A\\lAbCp@t@dARh@Kn@a@b@BTj@f@"
    "\\x@PhAGxAa@nF{BhAQjCQPQAOSODM\\K\\J^^v@HnAMtBo@fF{B~FiBrCgCw@zBDf@Zd@Bb@y@vAoA\\oAAAM^U\\"
    "_@Lo@MGgAVm@\\aJ`DiB\\oA\\URZf@lCbB@NaBGuByAaAg@_AYuAj@mBnBwA~@}Bb@iAd@{BhBSt@K|EBt@Nt@Zr@"
    "r@\\jADz@T`CtBv@PhFc@xA_@h@@VXVJzAHNTE^Qj@UXc@^s@TiBVKz@BRb@f@f@CdAo@b@A\\Xh@Ft@G\\RDp@Pd@"
    "|@z@`@j@?b@c@Vi@v@m@xAId@\\Id@c@n@y@fAu@~CeA\\@OPiBfAg@n@E`@xAjA@XWTEP^b@r@^dBBFPe@d@KV^^T"
    "BrBM]nAQZc@f@_Ad@ALT^d@f@`DtBnBjCNj@[xAAV\\h@`AKLNOj@C|@HrAn@bCtAnD`A`Dl@pC^fA|@Bl@l@_@VQZ"
    "Mh@LdCd@|EXpDEbPDpFPdCZhAn@T{@Rg@`@Qr@OrAWd@YEYFUVaAtBiA`@C`A\\nJ?n@a@{Ac@_Hm@}Be@[yCMaD^}"
    "@Bu@Ow@`@Kb@OtCOtA_BpHm@jDy@hGSjAuBbJU`BIhABr@TnAd@jBb@rA`@v@b@j@b@ZADi@Kg@]mAiA]OuAIAXf@v"
    "@GB{@k@_C}@wNmEuBQiDd@iCtAuCnB}CpAwFjAiAb@qCd@cAh@oAfBaCdCaBrAkBlAmBpCoDfIk@f@kBt@kEdAmH`D"
    "cC~@uAXuAj@uA~@_AdAm@jAe@p@eAv@c@d@Cz@rAfF@RsAgDo@o@e@UmA@uBZiB?wAYmAK}@@m@G[Sa@?gCx@u@BeE"
    "t@}BSUHk@fAe@D}@K}@ReBzAm@nAm@bDCp@rAzJXpCB`COfAiAzBK`@k@tDKlADxATtCEnBQhDDrB`@|@Tx@PjB?h@"
    "QnA_@l@s@p@o@jAyAvDaAdBmAtCOjATp@Z`@~@l@Z`@EF}AWu@@m@d@e@fA_Az@uAp@wAtAsCfEYl@e@fBs@bDYjBA"
    "p@Zp@`BzAbB`D_@G_AcAoBeC{@Yy@LyAf@mAt@eAfAeB|DmBvC{@`CPqAf@_BdBwCj@mAHe@Bi@GiASmBYmA_@k@So"
    "@Kq@Oe@wAaAWDQpASNi@Ja@\\[h@Sl@Kj@YpCQbACqAUaCOs@u@mABa@Tk@nBaE@o@][Us@IoAWw@eAoA{@{B_@sAW"
    "m@YIb@a@FU@eBNkBVq@bAiBJ_@JwBG{@Qs@Ho@~@yAVmAZyDXkFZkD^oBDeAQ[UwASS_@BAIp@m@V{@AUi@y@DW^_@"
    "`Bw@c@SUm@BMf@Sj@a@`@u@f@sAXcAVoBj@}BP_@TSVI?SY[cLsEc@_@mEuB_BaA_B_BcCaB_A}@i@}@qEsFwA{Bs@"
    "iBiA_CaBuC}@}BYkB_@uDGcDEmF@sEZmILiB\\{BhAyFJeAl@qBrCmHvDiEb@s@fA{@nBcAfAw@zDoE|@YTu@De@Gc"
    "BIcAMs@M_@gByCy@yBg@cAk@s@qAcAm@wAJa@b@e@Fe@}@}AGYFyAKSkAEkB~BYI`@c@h@uAEc@oA}AAi@Vy@@o@m@"
    "mBJW`CUT_@GM}@e@CMjByFPiAm@{As@g@DWdACh@Mh@eAOm@OSg@kBg@UFQrCl@dAe@dAH^KKe@{BkDy@}Ac@uASw@"
    "A[JyDEs@q@o@iAwAdBqA~@mAh@g@^e@h@oA\\iB`@sEDsBGsAMi@Uk@}AqAcDwB_Co@}AXsD\\qCbA{LjDoAjAhA`A"
    "INgD{Bk@We@E}Bn@q@F_Af@wCbCKKh@cAW]wBeA{By@wAw@}AiA_Ag@_@Ci@ToB`BgAp@y@r@oA|A_@R}@~@qAEYDG"
    "LMh@GZ?ZPrAz@bCY@c@[o@q@e@QoAf@kA~@Y`@]v@W\\Wt@@PTZzAj@QPiB[a@[Uo@_@K}BpAQZFTRXt@Zn@dAF\\a"
    "@TqAF?Nn@^Df@iBlCgA~@i@H_BBmAVkDnAeBNwAYy@Cq@^OTGl@?bA[n@w@Zm@C}@u@q@IQg@MiAOg@c@K]TQ`@_@d"
    "BGl@@f@Nd@^f@l@h@d@|@j@jCPzABv@Ax@G`AQt@i@hAAXCz@BZVt@bAr@zALnH@pAKSn@uANkA?aH\\g@\\a@v@Wv"
    "@WpBCt@J|@\\`ARvAHlBOx@{CD]f@@\\v@nBD\\YjABTLTNv@LzAPz@h@j@THNKh@{BPQNJFP?ZFZLZ|@l@bB^A^cA"
    "PuAv@q@FkAk@uCmC}@e@u@M{@AcAHgCQa@Lg@\\q@p@a@l@Ql@]hDi@l@G^Cp@@`Bl@fETfA|@bBfAl@~Bh@`Ab@p@"
    "p@@XoCsA}Cg@m@o@a@k@a@cB_AcGc@oAq@MUZs@vC?d@L^rArC]MuAkCQi@I_A[m@ITYbD?vBEd@HnBIRYaBGiAKs@"
    "M_@gBcByBoAoAgAaAa@cBa@}@aA[cBWeASg@aAcAa@Ca@Vg@r@i@nAYz@Gl@GzCG?e@wBEi@Bm@Jk@f@aBL}@Ac@k@"
    "U}@GIOl@i@@Uk@gAYAs@HHc@?WMIsATI[gAAGW~@c@z@WRQL]PeACQQ?[PQc@QuAQc@w@h@AQl@gCGYeAIi@PmB`BU"
    "IP[v@y@r@e@l@Q`@_@d@yADc@Co@YcBMU[Oe@Ii@HwA`AMUl@c@X_@Ji@Co@e@aBQoAmAyEWg@WWOY}@EqBlAc@l@G"
    "~@z@xAdB`A^ZSPaBu@sAWcA?w@hBGpC^vBi@{@s@a@k@nAC~@W|@o@nAq@fAv@hA`Al@M^{Ab@Kb@Hn@MA_AgAu@Hc"
    "A|Cp@zAlAh@z@PtAC`@LO\\qA@}BW}Ae@g@Ak@NMJl@X@HOXc@vABR`@p@u@HkAWUZm@fB]hB~BpC~@\\~AlAX|@v@"
    "lAc@?aB_Co@]c@FMTDb@_@EcCiAw@MgAEEXj@pDjAhCjCrAn@p@|@nAWLcCgByAi@_Ca@w@DeBnEw@Ro@IwAz@_@x@"
    "Fh@\\XLd@c@rBT`A~@x@l@Zn@Hn@p@RF`AKU\\_@Ns@F{@O{@@{Ad@g@l@?JRX\\rAR\\QVm@b@a@Jm@Kq@NcDdEFd"
    "BVnAIvA?lBvA\\fHq@fDmAHWo@s@h@Cn@RTRy@pAyCfAeAvAkAFUNi@p@JPlADz@z@e@`@iC^aBFq@`@f@d@rBj@B`"
    "AuAZkAO_@DU~CM`@pAZ@^w@XyAR]\\En@QVs@Dy@{@a@q@q@PA|@{@fASJQdBo@yAa@Pg@BLvATbA]j@W~@aAtAPh@"
    "jAxAf@nCHn@f@pAr@nA_@GwBqCgAq@{CYe@g@y@Qc@l@ArAo@Zo@[k@VXr@lCvEh@vAJ|@o@uAsDaEQ[g@sAc@u@_B"
    "Rq@d@UlBe@tB{@`C{C~@w@JaBm@M{@kASu@FQtBy@|@w@r@u@ZoAJk@v@?Vj@z@j@xAjA|@hB@nCf@D`@^d@lAf@h@"
    "ZdAnCf@|@n@JbAEj@J^ZRd@LLxAf@bDlBvABr@Mh@HZ\\lAt@V^Ld@HjAHZLN`AOhAq@Mt@sBvAa@p@^h@hAbAFb@]"
    "RJ\\f@^CLCJeBm@yAcBy@cB[[sBe@cAk@aBmAkBsBsBwCsCuBuDsAcCk@sAACMhA[~@ClARVo@CSWa@aA]aIh@mB`@"
    "wBpG[vAG~@Jf@n@n@hC~APV@L{@PQZ]fB}@cAsBeD_BkAoAU}AIa@@Kt@q@jBm@ZyALoAdC]zA[t@@d@C\\Ul@Id@D"
    "xAl@xCa@lCL|@FdB[`AIf@XTnDv@dA@P`@u@H_BAuB`@u@d@Ut@Dh@`@^`AE~@]CZ}AdA[`@s@j@Iz@Jz@rDnFpCvC"
    "rCdClF`GVJh@DpBi@xAHhDp@n@\\|AxAb@JdBP|AKd@Ll@h@JVLjAdFnI|@pBtBvB`CrEpBtAd@rBjBfAfEP|ARlB_"
    "@rAp@zBNz@KpFpB|@kBl@i@fCElBk@bBG~AS~@?`AJfBCx@z@~DQpAu@bAKvAJtAf@zDk@fEd@lDYn@YrGdAhBg@~A"
    "jB~@UdANVUl@N\\x@f@D`AfBnBpAbDbMLlD|@tBt@Nj@@xGvA|BbAc@t@h@h@`ANfAp@n@v@TlAnC~BfDdHnAvE`Bz"
    "CbAz@p@Hp@SpAgAz@GvCeB`JgBu@d@m@~@}AN}A?eE|B_Bj@{@d@q@tAb@fDd@hCn@hBhDpGpAzAnCdIrCxCnA|ArA"
    "rCdEnBhA\\bAOpAzA`Bv@\\rAhFbFxA\\lAz@TdBbA~@Rl@x@nChBzDbC\\n@~@t@hBlAfAxCa@c@j@iCbAMdBbAVn"
    "CfCbEhF",
    "g`^_k{CTi@t@s@R?TNLVJt@FNFADMNiAC_@Qg@@Mf@JNIFSAsATm@YS_AOcAAQc@SuAn@nAZFvA]x@BFOCQKQG}@Mi"
    "DQ}@E_@BGjAtBDd@G^F`Ab@RRIf@v@JDtDcBRK\\m@l@oALcAQw@O[S?SRi@|AOx@k@GeAiAO[dAZ\\A\\]^{@NcA?"
    "uEIg@a@_@Uq@@URk@\\_@\\QFDm@zA?b@r@zAFX?xADPh@Xl@dAlAVfAGf@a@xBkDj@gA?{@rAuE?m@ZaA^IF_AaAg"
    "Ci@sBCc@@w@H{BIu@h@fAFr@It@Dz@VtAh@xArAh@rCWNKH]FcCHNNdALdBPT\\@VOPa@d@CbAZ`@Kd@?nA]|AGVUA"
    "k@OUaBS_Bm@}AWBUh@GvEr@bAGJG@s@Yo@i@m@Kc@VMf@HP[SmBPmBXfBd@x@tDX\\\\V?rBw@p@a@l@q@rAqB`AiA"
    "@eCMuA]aBuBoEi@e@c@MmDQaCYWM|DMhDHx@^hAdCPv@Rh@L?VMFQJk@d@cAPoAHuBAs@ScAw@cCfABGmBYyBcAeAc"
    "As@}@cAmBk@c@zA}AZYh@a@jAg@fAq@dAMDT{@nAaCBm@Rq@fBgAR[PgAFo@Kk@iBiCYiA?a@He@TcAD?EdBBf@Jj@"
    "N`@VTbFzHVPrAZj@`@Vj@d@rBp@dFz@xDp@qFzAwDqDwDC[NaBC]Oi@m@_A@Er@VpAlC^j@ND@qAk@yEc@qEK{@_@{"
    "@\\BnC|An@y@f@qHfAuBvBaBtBk@XuAViB_@{Bs@y@m@[m@LAj@\\xBg@JaDrCa@JcAw@c@@wAl@]v@sAjBJ_AzAcC"
    "p@k@xAGv@TVEn@a@h@w@h@yBHy@Ai@Ie@Qa@a@Ys@MMO~@eA\\?fBdBRHHSFA\\p@VTrA|CLhABpBHdALZbBt@v@lB"
    "bA_BjAyAp@_DxA[fByAf@qAw@cDqA}BKsCK_@kCe@{AiA|AGx@JfBr@pBeBx@}ARoAScACcAI}AIg@Ws@q@a@k@kBQ"
    "iAwA}E_@_B}@eCyBqEf@JRPPAPUPo@NeAH^@bCJpBTlAz@~Cb@|@Vy@ScBa@oAEkB^aCRiBFoA@gAEaAMeAUmA@G",
    "mae@wv|DaBbAa@Ai@JSPy@tAKh@Ct@Hl@Rd@t@TzBNlDUtCZdABxDQn@MfBs@nAU^Jf@l@hAv@l@LfCGlE_BjFZtFv"
    "@~AHZOd@i@EUgA_AcDaAwBe@kFw@yG]gBa@aAm@wDiAiB_@qCYsB@sCz@oB\\cA^",
    "ivd@ac|D}LZQDAR`@`Ap@n@lFz@pHv@~@XCNYRq@VmFCy@HSNKVG\\?hBJz@`@t@~Af@jDr@tBTzAGzADrK~AzB@lB"
    "WtC{AzCc@bAi@`AUP_@DYKU[SGQXq@Jo@j@eAFg@?YG[]q@OI{AGwBYuGiAaR}AyDFoAQuCG",
    "{}a@mh{Di@l@CPRP`A\\fIdB~@n@Wf@uBpAwBdAYb@v@`@lBIf@@f@NK^wBfBg@v@?ZTZr@d@nAp@fCd@fHr@Hh@A"
    "\\DjAJb@`@x@XZj@P~@JnA?dCs@z@_@rAeANo@Iw@UyAc@{Aq@{AOy@RWb@?jBd@dALt@Xf@h@Tj@JtARl@x@XvA?`"
    "@LN^KVuAt@Kz@Jb@zA`ATTx@fBTXn@Vn@Al@e@`AgAj@}@Vs@PU^Nd@r@?h@G|@@d@v@l@GRaBv@KV?d@DPf@A^j@d"
    "@`@`B`AhCFpB^VAZs@\\cBZy@f@]r@sBVc@TORC\\V`AbDjBh@x@Fz@CrCm@vBOpAPfCbAt@PhAG^YZi@@WSIa@o@?"
    "Q`@[?UKMBKNE`@DxB^Ma@y@iAmCoCs@i@_@KaLo@]MeEaEw@k@y@c@}GsBY[k@oAYS}@_@kEcD{DuB}AiAaCiAuC_@"
    "eMw@eIhAkABe@Sa@a@q@LwBH[Gq@e@`@UpCe@HSCQs@m@}@[sDUqADuA\\mB~@}FnB",
    "}{e@kyyDeA@qAK{AFi@X]l@?XDRJPvBrBZf@e@HSEuBwAyAYcAGqBPk@N]NQTk@pA_@jBCIA}@Em@mB_@AIf@Y^c@V"
    "aAGWW[eAw@sAa@gAGqGx@kBp@i@VOPWv@m@zC@p@RnAvAvCLdBvA|F|@dA`An@rGtAnEtAr@Lt@@jD]dEu@pBLnBf@"
    "fAJ`AE`AMvAe@m@OSSPSzA[~A~@tGpCtJp@rB\\vAd@j@^dAjAhBv@~D|@tF~AvL`BrGNrG_@vAYzAi@xDaBr@a@|@"
    "mAc@q@cB{@uCs@kHgAmGsBaBUcGQcCH_BE}@O}Ag@gCsAcBmAWc@^a@p@C`DnApAXvA@xBZvBHT?zBmA`AK^FZRr@v"
    "@^Rt@NtENnEZl@QZ_@DS@aAL[Qw@Wi@[]mCuASUbAB~Ch@TMb@o@PCTRJZXrBXz@~@KnAc@\\EPJERqAbB?`@r@|@b"
    "FdBvAX^IZ[Xk@x@}@b@Md@Ab@L`@XR\\Rr@f@h@XDdFsAxDuChETzACrGw@`@a@Rk@AWKWa@q@eAiA]Wi@Sy@OqCGy"
    "JCiAI{KoCo@W{@m@MS@KzNpBxEVjIQ|@QN_@eAsAc@_@_B]cFi@sHe@gE?gD]eBa@rI@vKNz@IrBm@D_@m@e@Q]`@a"
    "AIYkAu@gCy@sAIaDTkMRyAGv@YnAQbJa@hAMLSD]Ce@Yg@mBsAcIeA_CIaCDaC\\y@Z]^M^Ar@ETW`@iArAw@X_Go@"
    "iBKkBN{Cn@iEtCcGxC@^`Br@RTMLcBH{AGyAJSL_@v@m@`Bu@hA}@n@}@XyA@{AOsCDyVv@m@I_@]Qs@Gk@Hy@N[vM"
    "{Dh@kAgFkBOWCa@Fi@\\i@zBmAlBKbDkAVST]Ni@A_@UW_DmAaAi@gEcE{AmAaAe@cAUsCIyCfAa@BMRD`@R^t@x@L"
    "VCXe@x@Kd@G~@EH}At@sAfAg@lB^d@dAt@h@j@Lb@IRu@J",
    "wob@u|uDc@L_AK}Ae@wB]sCYe@\\WEk@o@G_@Dc@AoAWm@wAcBm@c@iAQqDJgDv@_Fv@iIlCgBz@Ir@x@lBlC|CpBv"
    "@j@b@iAVo@f@gAy@u@aAkAu@YEEJLZBZAXGNm@FYIcBkAaBuBuCkAg@e@aC_@@WEwAj@e@xCoAhA_BOiAsAHeFFo@H"
    "}EzBmAlA}@d@aCv@k@l@_@PIRHRBl@WNsAPWP_@z@e@bBa@lBu@lEkBpGc@jDM^WTcA^u@j@}@LMCOe@g@}@{DuBIQ"
    "T[DQAMg@IbCuCtAmCt@qDFq@FmBP]\\YJa@Ci@Dc@`@iAdCiO?s@Qe@o@UkACYK\\Sp@u@DYa@s@kDT{Bn@sElBUEW"
    "w@k@a@cAJ_EnA_FlCsCfAiB~AeAxAm@dAAXHZId@_@j@Of@MtA]nBEv@eErNe@xAWf@iC`EiAjCE~AIXCj@Bz@Np@Z"
    "j@Zz@j@dC@^]l@aE|CuB|Dw@^sCtBaDbAu@\\s@h@M@_@GGKAQj@yABa@UEeDvCyA|@yB~@qErC]JqBM]HSLGRCvA_"
    "@h@sDQq@B_@LYZg@|Aa@vDA`ANnBXf@`@L~AM`Aa@b@m@^_BLSLR^xARd@XZn@GdAe@bCcBl@W\\B|@`@`B|@f@l@O"
    "\\Kd@Ej@B`@JR^XbAB`BQlAc@fC{A\\Kh@RNZYd@cAn@sApAUNU?GLIj@BjAh@vCBb@QGqBuCy@i@aC_Au@o@cDM{@"
    "Xc@l@ARh@t@FZ@`@C\\IX[Xs@KOF[XQf@?x@d@zBbAh@pEhAfAf@jCZr@b@`@HrCChDTbEm@hCS|CgAz@P|@n@fHw@"
    "b@g@K[eAsACQ@OfCMtCm@tCUpBDhAOfAe@d@a@F_@?a@EcAHo@^c@bAa@`ABv@b@r@dAbB~Dn@^`CjCn@`@hFt@vGT"
    "fBj@`BnAvBlAbH~AlGt@zGVpEb@|@Q|ADdBt@pBHtLRfE`@lBHvACz@Ov@m@z@iAvBaE`@qAKkCFoAf@oDFMpEaAjC"
    "SnEC~FF|FSfCWdCe@bFeBLINa@Vw@v@iAzCcD|@aBHYLgARuBDgAQk@MIcIuAwP}AiO_AkFDiC\\kCL{FD_Ij@}@Co"
    "C]i@WaFBk@Og@Yr@q@vEmBzPaEjCi@fEk@rBErCVv@?nCd@hCVdGVxJNr@ClA]v@GpJThI]vJiH~@{AMc@m@g@yDsB"
    "cAYuG}@sGkA{EeAiBWgBCsAUPUbAY?c@c@QiCQoCTiAESYRQhCi@tStBtHHtEr@tBAjCq@RO@Sk@cAuCg@kAqBpAAj"
    "GVtBI|Ck@l@s@Rc@Bm@E}BKcAIOcEqE{Bk@uAaAAYR[nAcA`@a@Pa@Mq@m@gAeCqBcIcFcD_B}Cs@{EmBwPuD{NwDy"
    "Dn@u@d@W^Sl@Qx@W|BA~@B`AJx@Pt@d@~@x@jAvB`CLd@",
    "gu_@kswDCBmCiBwAE{@HSJKTEl@CrBGLQE_@[{CiDaAm@m@M_EYaC?mCNkBVoDdAiCnA}BtAgL`IsD|AeAt@]f@Yp@"
    "Gl@Hh@R\\h@XbGjBhC^dCn@bIfD|EnA~GzC~OzF~@p@\\b@xC|Gx@`AlCbApDPp@PHbB~@bD\\lBj@fHH\\^v@v@x@"
    "jDdA~Bb@jD\\h@Sh@o@j@CXFbFlExEpA|AjA`Ab@t@HvAE~@a@x@u@j@w@nBkFn@oAh@g@lBoC\\[`LuDhEeBp@c@l"
    "@UbGLb@CFO]u@K_@Ca@Bu@CGaBu@NIHSF]IU]Ka@o@i@uA]o@k@_@kAqAu@a@m@i@AQROD_@IcB@q@Ik@Oa@UUaEiA"
    "GSCWD[HQ\\Or@Cl@i@HSQy@wAyA[k@_BiEkD}Bm@eCaCoC?Sh@o@vBa@x@s@d@y@lDsI\\YHg@b@YGWiTeBuM_@eNw"
    "AgCCgBNgBl@iCnAsDlAsIrBsEVrAxAJZ?R",
    "q}z@}saEeMRqCGgDr@eBDeDIyBJcMJ}AR@T~Ar@bCp@lYbD|@XeDFqFE{DQ}Ew@iACkCYqGkAyEg@aBPsAZw@B]Um@"
    "{@[UgAMk@@eAZoA`AgAl@g@?eDs@qAE_EPmAVMVp@X^TJR[TsBl@eDdB@d@xAjAAPkLoAqLb@yBVm@\\q@n@u@bAd@"
    "dA|DlBbEtArBjAnDj@`RvDhHz@hDz@lAHhJK~A^r@v@rBXfDPvILlA|@Rh@`@^\\Nv]|ERb@cBN}BOyk@kGqGQ_GRZ"
    "|@hJnDlM~CdFxBdQnExMpEvDfBrF|DrAl@dBPvBGjB[nCeA`CmAh@MYd@{FfGZp@nMt@lEl@hBJjAGfABfARBR_ATw"
    "DP{K{@aABgB\\EXlBrAjIbBi@B_Bb@@^fBjAp@V~HdAjCNzBGpPyCdEUzDe@hCDrCj@aAVoGh@cFF}APc@ZaBdBOt@"
    "Tp@\\b@b@Rz@H|EEpAJ~A\\xBJxEE~Fj@dCFvCS`Do@jDW`HUWZeBJoEhAcBdB}AN_ErAiCJoCZkEc@gCDZjEz@RfI"
    "?|C]bA]vCa@fCRzBCrARdCAzIb@vD?fCU|CGrDFMVkAFmBd@gBx@uAXeBMgB[{Jm@gDEuCRaBVeA\\wAnAyEHgDXiG"
    "rBiAF]\\v@jAFj@vDvA~GVzHG`FHVJ{CTgJdBiCv@Y^fExBlDrFx@Rz@DxCCbEz@rCJjGUrH@Xd@LjAApBQvCNnBr@"
    "dA~@r@rBp@vB^vAHtC@hLb@pEA`DOdDq@vGmCnA_@jAQA\\sAnAeAr@w@TLVzBf@dCN`D?BLu@h@eAd@o@JyBKoCo@"
    "wAOqDJeAP{EjB_@BcDu@kFAwAh@_@tACbAVr@u@p@eCp@gBJiA[oBeAo@Om@BcAp@{A~AInBjA~BzArAfJhClBt@tA"
    "v@|Br@tFbA~BJvGhA|@BxAKPc@U_A]{@e@u@?m@lAeAv@_@t@QjBHz@R`ABdAKx@]tB}Bj@Ox@Bp@Ql@g@jAe@S\\k"
    "AdAs@fA]dALt@`S^rGOv@q@bCmEZlJ`Nz@nBIxDg@pFcBbBaAf@_A\\c@PEz@lA`A`DdDi@nEg@jA_DBdFpI]`DFl@"
    "gEF_F`AlC[tBIpCnCi@xHSnBSM_EYaEsK_EwByAwAc@iCWqDMwBJkCKcDa@uBIUK`@Q|B{Bl@[l@KxAExAu@p@o@v@"
    "_AtA{BvAiCk@iAoC{@oCi@qCUwB?qC^mE~@uBfAsCvCaBxBmAt@aJbBuBNkCG}GYkC[}@_@_@m@i@c@}BqA_EiDkBg"
    "CWk@Uw@Q_Az@`@lIlIdAz@`EdBrANbCCpDm@nEfA|BQnBq@?kFlC}D{C_BaCy@eFyCs@AgDVzAa@xAs@fELeAkIdCv"
    "FfC`CrA`AzAb@~I`@uAyBoAsDrAbAdEbBrCt@xBZjFGtBq@a@{B?yCgAeAkB{AuByBoA}B{Hy@qHU_GcA}BKwB^gNr"
    "@gEf@wA\\aAHcAk@wAi@oHBsAEmAS}Ag@oB{@O]jA@lANrBh@nBVpBCdFe@nKEjEO|AQt@Wl@e@f@q@Sa@qASeACqB"
    "Z}Bl@iCDn@i@nDsAvBgAdBwAnAuAlDgCjCgCbB{@fB]~Hc@~@WvCuBf@gEbAyB_AyCkBeA{Rt@mGGwIRwDd@sE|A{D"
    "hBuDfAeD~AuDpCkBbA}Ah@{Bd@kFl@mELiBEqB_@qAg@xAKlFDbDU|Am@bB}@|CuBvBmAdG}B`E{BzCwBLq@oBc@iC"
    "Y_ZoAcO_BqEoBWYsT{CgNy@{DIiDYEMrCUtCItI?nHQzAc@Sw@[q@{AoAaB}@aLoDwGkAqAq@zQpBrEpArEzBlBd@l"
    "AIdAJ|@^p@z@h@vAd@z@`@^tAl@nEvAbN|BbD^jCDbMdAfCBvCUaA}@mFoB_Aq@xCHzC^vIVhCl@bCrAhBr@nATlBJ"
    "rKDxACfF_AlETtACzCm@l@[Eg@yAiAiBeAsI{CyEiA{H}@aVeAa@s@jVx@zRfAfBZrCdAtM`GjC`ArEL`DU|B_@xEk"
    "AdDi@lAYl@[b@a@\\c@u@_@cLaAwPJ_GMyFg@sJeBqKmCoAk@rCIjBHdGr@~KfChJn@~ZXzGd@|BG|Ae@fBcAQw@uE"
    "}@gDM]MlF{@T]iCcAgHcBwC]qGS{GHIQvGe@pEGrGZ`V~C|@ChB[]g@iKiDKYxGBrAGnASrBPtCt@fBV|@GzCaASu@"
    "{BeAqBq@yCm@{Fy@sDSgH?kCY{Bk@{CgAkDq@wGg@kFJaCb@eB|@oBn@Ie@{Ao@sBSiCDyBV}Cv@}BX{@?kA_@eEAB"
    "K~@a@nAW~TcDRc@mFa@sCi@eAImDuAqBk@qEq@uALiBj@eBZmHXaCZeF`D{Ar@cCt@mARyCJO]vDkAp@k@Uc@g@Sw@"
    "AoC`@_KnB_QdC{E\\gCn@{Bx@yBf@UCpByAtGmBdV{DdHcBnCaAhBcA@e@cBi@gCa@iDMUMzCs@xAk@A_@yDWqBFwE"
    "v@uDX]OzDuCPa@[QaAScEHaIhAcQb@}CEVOdFm@pF{@hBc@lAo@|Ai@FQuC_@gKDkJn@uHQaEJmANkCr@_M~Dm@\\s"
    "@l@u@~@kANsCi@aBi@h@g@vF{Av@g@xBcAtGuBhAw@l@o@}Vk@cVf@wBZoAd@kAz@wBz@mFzAuIx@`Ag@|FeBrBeAA"
    "m@Sc@g@Y_H}A{K]o@DaIpCwCz@iBVCIrCcAnBc@JW{DeAuBQuNSw@Do@RuBlAk@H",
    "gzl@{w{DkCj@wCUaDCkJRoFK}@D}AZq@b@m@v@tBb@bBpDLHjB@t@L|HYjZId@UrBiBFi@Uo@W_@[O_GmAmBK",
    "_|m@itxDc@tAEb@AhAN`BHPLFFX?h@LV\\HdERzBCtDJxAEz@UtAk@tDmBxACfFe@|BsBn@Up@b@LGJWLg@VS~AHPK"
    "Bc@?]Qm@eBaCq@I}@Wa@eABaA_BaBw@]eBcAwIkB_BG}BF{B`@}Av@aEjCwAtAm@tAi@p@s@jBPh@Jv@EZ",
    "ykj@kmwDuMtFaASmCKqCe@kE]}Bu@s@OyAIq@?kC\\y@T]T_@d@w@`BGb@@Hr@z@`@XfAVz@Ft@h@x@IPd@GVOJ]Aa"
    "@OaAFc@X]h@Tf@tBt@lD|@pEbEnBpATXJXCn@CR_@FeBcAcA_@aAQwB?q@HwAf@qA~@QTFT`@VBNmA\\uAtAEr@d@r"
    "@Hb@QNi@IeBy@mB]k@B[J[nAWxAChAP|@Xl@`Az@z@T^?CHeAp@]d@Kd@Bb@H^pApBCPWDs@`AEzCxDn@j@b@p@v@x"
    "@j@dCj@`ADlIe@`@UTe@Ly@@k@C_@?QHEd@^d@x@U`AgBtDSlAC^DXtBhBbAb@fAP`AM~@k@n@SdB@\\U\\k@dAwCb"
    "BkBrAyBvEqDnBiBtCkD|@e@r@OdBKVUd@y@~@k@TEd@JbBf@|Bk@Z]Nq@N[h@Yb@}@lF}BlCoCZs@BSMeAa@mAi@mA"
    "[_@{AaAiAOeBFu@No@j@Ur@Wb@kAd@g@\\{@fAo@tAi@ZgBHiBMcFu@IGM_@YcEO?mAxAUH_@QSm@@Sn@iB\\m@X]Z"
    "G|@Fn@SH]Ge@Yi@[Wu@K_AJwAp@w@JoAMdB]jCsBz@UfAp@p@P|AVhABvHqDPQTm@AU_@a@kAk@sBYmAEcA`@aBvAu"
    "Ar@GQNs@f@kAZSbAU`As@\\g@Ng@@k@M]YOoFk@eDn@iBFk@{@LKv@N~@?d@a@@Qq@m@iAS",
    "uqr@utmDSLUGg@y@wAcDYMc@@aCfBo@z@YpA[^eBh@aBLaCh@m@^eBzCKHuB~@qDnCm@RmDn@_A`@{@t@cA`BmAxC}"
    "@tFCn@DZV^bBbBGP_BGqE}@aCl@k@DIAo@mAq@JkAjAo@z@Sl@BXp@HwBj@iBdATl@pBdBpBxAdCbC`@TP?hAWjB_A"
    "fIqCdB]~BQPa@^{Ex@e@dEm@x@YBk@MkAZe@`A@`ANhBr@p@n@Pp@JlBLr@b@dAbDnD`At@`ALXPj@~@`A~CZl@h@n"
    "@zAfAzAx@xC`ArATx@Uf@wCpA}LL]NQRGrGx@vCEtCbBd@DlAAt@OLKHi@Cm@Qq@cAcCw@qAYYaGsC}@o@_@q@?q@J"
    "aAl@_DHqC?gAOmBaAmGUcCg@sMUeC_@{B]iAsAqC}@{@qAg@OBOP]|@oBx@c@v@W|@MnALb@r@t@HTAPeBrAkAjE",
    "ysk@chzDEr@Fd@PZ@`@Qb@iAxAWp@Cp@B`@l@~@RtA@j@[dA?^r@v@jBp@OXiFz@QL?jCg@vCN@v@o@fBw@|BhBMrD"
    "sAnAWl@FXdAJVCdAe@h@u@L@JXGZo@n@Ux@TNfAN~A?vCXjABfAM`BApADn@Kl@[r@DpBdApDU~CE^Ub@m@dAkCKc@"
    "kDQCKxBq@jCc@~@]Mu@BMoF_AoD{BkBq@GW{AYsEMGc@nKRbPdAhDb@lCSvQjBX?|@a@t@aAe@k@oDuAwAiAHi@eAe"
    "AoBI_Ex@aBx@yAZmAEqAg@TEhCTNEdAaA\\g@Ri@@]i@w@|CQx@e@Zo@EUq@w@eCmANS`E@j@IrAo@Qu@mAmA{@m@e"
    "@M}@?qC\\i@NoBjA[h@Bh@U\\uAj@sJdFeAt@m@VuAPs@Cg@OES~CoAf@k@`@y@MQo@GsBFiCOvCWbB_@fBA~Bs@?O"
    "_@QmDUa@IAMx@c@r@QfGi@|Ao@\\UFUa@w@mCeAeBa@qDWmC@oAH{DtByAlAyCMj@oA\\yAm@a@_Cy@eB\\cCnA]Xu"
    "Cp@wANm@XM`@",
    "kph@un}DaCTyChAqC|CGR?XD^Ph@XViA\\GND`@GVm@We@e@IWG_AqBa@wBm@w@I}AH_FnBuAH_@L[XAZl@~@Pf@KX"
    "sBTkGk@iFhBaC|B}Ah@OTZTXx@lAj@NRi@r@A`@Bj@MXiBZmFxDk@r@[~@AT`@b@d@dBRV`BRnDPdD`@nDk@lDcAr@"
    "k@j@w@HSPwAFQhAo@~@iA|BEdHkA|BO~BBpD\\`@G\\UZc@D[[m@jOx@tCdApEKhB[hCaA~@y@z@kADy@o@g@q@Us@"
    "G{Gl@yFTkBUq@_Az@_@nFMs@a@iE_@iBs@ROz@SpGB~AQDQUSyCeBDS`A_@x@k@TEfCf@|DtCj@Tj@Ah@WA_@i@e@w"
    "AsBFi@rA[bFR|B@Pa@D{@Ey@]yAk@eAYWmHLiNi@mCC{Ch@",
    "wxn@cp_EgA~AkGdFyBrAmEdBYd@ANDv@{@RoD^eEv@c@AcAa@sAIkBFs@Ve@b@OXARd@d@CNWNCTf@pAI\\cBhAyAd"
    "@qDf@sBCgAXAO`@m@bAcA`Cc@Pe@HcAKk@aAc@u@KgDAyAN_Dp@OZGt@EjBBVdCz@\\h@a@JsBHsDd@eABeAvAu@pA"
    "f@fBr@bDh@d@h@v@]JoDWc@GuBw@kDLy@L]Rs@|@k@pA_@EoAeB]Wg@WQBoA|AuDbD}@bAKr@lAx@z@\\|LzBdEdAb"
    "Bv@p@PjBIVH^vAb@d@zAz@`ClBjAn@fCc@`@q@RsB@o@CYQg@y@aBDKZHxAn@b@X^l@NjAMjCJv@b@ZMTiB\\QLKVE"
    "`@D^^p@z@RjAUbDyBfADPLOj@q@~AIpAV`Al@hB^x@PDpA@dA[nEyDdBmAvC{Cd@]VGR`Ag@|@gCnCqAhBy@tAGd@P"
    "L\\Gf@_@zBq@r@]^_@|@YxAOxACxAHNNcBl@c@VY`@Qd@`@X|BLfDIpGa@nGw@xFwAtDwAfAm@Ta@cA_@mFe@mFYd@"
    "UpLq@lCGjAJvAGbAg@xAiAl@q@ESa@IeEFYE`Be@xHiAtBaATWFYAWuBq@mJuB{BQ}BAwA_@kAoByJg@cHq@WMxEFt"
    "HI`CiAxAM`B?pBVbEdA|APtEfAx@E\\GHMe@o@w@a@HIrAG~A@bAJrF~@lBl@`@DtBkA|Dg@h@_@g@}Bu@YqCUqLqB"
    "YUg@y@bBLxEt@rDZlC?dBG`AOnAa@~FeDfAmAFgAPs@jAaCgPnAuEN_LBSEEUFa@CYMQyCm@WOtDGnIlAtB?dCoBlC"
    "RbAGhB[r@W^]LYCS[W{B_@w@AqCRmBAb@a@|CuAjC}AI_DqBa@wBCsBf@yCBoBl@iAvAwAAiCNuHAv@]`B[xEc@hB}"
    "BbFaAnDa@A]eC}C_Dw@_GRiD[wEw@sEXw@C_@O[a@?]Z[bAa@lGCvBMl@QL[F[?]GQUIaAK{F?wCOeDRyIlAmBf@wB"
    "bA}@z@",
    "}nm@exzDgBHwAOkABoBl@iBfAoA^YNIPKt@?VDRb@p@\\z@z@t@^f@Zr@}@]mFiDyCRiFMyGeAeCIeCDcBRwE|AiAj"
    "@[^ETj@b@dCU|ESf@Ib@?VJOp@k@HiGJgZzCe@p@HT^V|@`@vNb@|G_@nFs@pAJeAdAoCRyBh@q@`@_GXi@XoAbAaA"
    "DaAn@u@pAYHmAM_CfAi@d@?Z\\j@x@|@pCdAJTkDG_@HiE|BY@OKSm@Fi@Xw@Gi@e@Ye@Me@?i@NkExCeGiAo@`@g@"
    "z@QHaByB{@]uFpCuC^{@\\mBb@}CJYu@xAeAs@]yEy@sBFuEsAcCIoA?iG}B}@Sm@k@gBDyGfAoAEkHgAoBOmB@yGh"
    "@qEj@aAVVx@KPYLeANeG@qBL{Av@ST@TxAz@MLyAJgEFk@Li@hAi@fB?f@dAdA|DzArElALRcAb@eAPu@CiDc@e@@k"
    "Ab@c@`@a@n@z@j@pFt@nCgAn@M^DQ\\eAv@Ub@VPJb@Ar@Dt@TrAHBlON~@NrCx@nB\\fABfAI~D}@~BJp@ElBg@XS"
    "j@u@^iAAk@M_AFa@^?`@KfBaA~@SJJSp@KNcAd@Kh@ZlBHNbAnAp@VfC@pEv@bBFdCMrAWt@]t@i@XCLzAXJl@AdA["
    "v@aAP?Fd@LXNJrCf@pA?tAm@v@BfAXlDo@h@Ac@lAx@JzBAlEY~Bd@bFUfFEj@Q\\c@@_@Km@a@aAw@yASm@r@U\\]"
    "XApA`@t@bBf@ZPWL{@P]T@TNT\\\\Jj@GLLKf@Cb@B^b@`@fBn@|@L|CF~AM~Dy@hBA~B_BdBUEc@k@_A@QhC|AR\\"
    "QbARD|AY|ARVE~@q@pBs@p@w@lAsDf@uBCWy@_@FYfAcAlAw@Ve@Hg@Hw@@i@IYk@sA{BwCO[EYNoAVoAVy@bAmAzA"
    "sAbCqC~AsBrB_Dv@M~@DjCv@n@XHPfBBfHMnBQrADnCf@xCG~AoBzE}@`Aa@j@o@M]}B[s@]WWzBRt@ArJyCpB[RMF"
    "Q?UIa@mBj@q@@mAK[[PM~Bs@z@e@V]Wg@EYi@OiAA_BSoDs@uBSuBB{Gt@{GbAqDr@",
    "wml@mr|DcC\\aFMqATsElA_Al@O`@?PdAd@lCv@`@j@}Bt@_An@]`@?b@rA~A|@Z~ACl@HvBj@|Dh@`GPdAX`Cj@tA"
    "DZWJc@EYQ]h@]vDw@jBmANYBUmFMgBOm@YGMl@EbDs@rG_@Le@pBgAJeAVSlA]JIVk@@WCWmCm@R_@jByBZcACYcAc"
    "@}A?wFHuBNuBZaCj@aEd@}@VsBpAMVFX[V",
    "mbn@cuwDyEt@iBb@s@VcBnAq@VaEo@gCOmHR}FbA_Bn@w@l@Lr@n@pAt@jAnBxB|A|@TZNh@b@x@bB`CZTlCv@q@VU"
    "TRx@xAhCzA|B`AlAtBlB~@\\vAHlO_BbC@~Ip@a@V_Cd@qAf@mB|BO^Eb@BfAFPlD`Ex@lCb@rBx@^bEo@~@?zE`@f"
    "BOOoDN}D^sDbDaIPy@J}@DaA?aAKeC?cAFoDTgG@}AAe@E[c@e@cAYa@CwEnAcBXaA?CIz@Ot@c@zAeBf@wAH[@_@E"
    "]K]m@k@c@SgCs@iC]mHUsANcCy@kAKeCR",
    "ixk@mrrDQL_@KWe@OGWFmAbAy@dA_Ap@cBl@{EpC_A`BcAxC}@rBs@pAy@~@{AfAqAs@c@M]T[t@LVb@^x@`@rABf@"
    "H~@v@r@dAfATdCpBhAj@lBHbFwAlCJrBQ~B_BdBs@`EmAJKFYBg@H[JM^@\\Zz@TzACf@Q\\WN]@a@HYLQ^?r@NRTI"
    "XFNzA?b@ObAo@\\o@d@uACUWs@_@e@mES_BUiBy@yBgBY]AUFWd@{@Lg@KQq@AXWT_@FSA_@e@Go@N}A|Ac@P_ALbA"
    "_AdAeCFo@AYQgAO[USaAi@iB[w@Cu@To@l@kBhAO\\@Lf@RDPOZ",
    "co_Ag}wCQFkAw@g@@@f@~@j@\\`@c@\\?Rj@p@Tt@Qr@gAs@[?g@Je@OUY}BeEEYfCf@NYyAyBF}@m@eBg@{@]_@k@"
    "_@]n@ItAiAKiAPs@b@IR?`@Px@\\p@{@|@FX~AfAv@dAp@vAbBdB~CfAp@?z@Uz@Dx@Xx@AXLZAT[l@qAVu@VcGGgC"
    "g@}By@uAa@cAoCoK[yAa@mA}@mAoA_CW[m@Km@FLl@Cl@s@pD?b@\\lCt@fFL|BGd@T~@Vp@|AxAn@Tj@`@jBrB",
    "}bx@k{vCoAk@cDiDyB{@_DqDqBa@Ug@QqCKs@s@qCaAyBs@gD}AkBmCyAcCcEgA{@eAk@]oAi@m@sB{A_CY_CkAcBi"
    "@{@gAwAe@gGoEgAaB_BeEqAeB[kBwBmD{BgF{@eD{AyAqDgG}AgBg@KiB}AcA_BkBaBaEwBuDoCuF}B_HyDiFcBcDM"
    "gEo@eADwHnAsCbBiDrEYt@ClAxAe@nAAw@j@}A`CD`Dr@pC|CfAf@x@^|A^b@lAj@h@z@zB`Bv@J~@UzC}A|AwAn@n"
    "@f@p@zAOh@TbAWlCnBg@JoB_Ae@FsApAgExAs@x@q@|D_@\\eASmA}A_Aq@}Bg@X|@_BE_BrAb@z@n@tB^fF`BzC~B"
    "vC_@d@e@TqAk@w@@}@\\RtBTnAMjAc@lCq@^SvD[bBBnAq@p@GpAwDVe@^}B\\WVWj@|B`BeBfA}AtBkAW_@BsAfAW"
    "d@K^i@G}@[kBFuBf@H~@Ph@{AMw@l@SUM[qBkAqC}CQPEz@S`Bw@bAaANyAs@c@j@k@tAg@pB@f@r@`@n@r@eERSTS"
    "j@Rj@PTb@Y`AVv@x@|@^f@Bj@Zf@f@f@J`CfBbC`AhCjBlCbApCnA^Fd@CpAnAh@Kh@Lp@Q^_@YrAElAJ^Vf@rAE^["
    "f@i@PaAh@o@X`AAp@^`Ab@qBbAh@ZxBM`@SzA^p@VMp@fC|@p@|@hChAhBTfAzB`Dn@C`@Br@bAHfCTQVBJj@PDl@g"
    "@t@Th@]t@gEZeAr@WJj@Rf@p@qAb@qH?iAs@aG_CgFh@GnB`DKg@Qg@e@aAy@}@mAa@u@Ec@a@u@{@I_@n@b@lAb@S"
    "m@SYaL_LsAcAgDwAWw@Ve@aA`@Dl@Hb@Bx@Ev@cAZu@fBXmCq@oA_EkB_DKq@q@fCa@`DPbBe@jCVpCUj@\\d@bAl@"
    "]VETUo@sBsCmD{AuCW]S}@n@Hj@V\\cAt@}ABf@YpBdBhEbALvA|AzBpApCzC|DbCd@@tAmBWo@UcATRLZp@n@i@xA"
    "T`@z@j@t@~@p@j@f@w@jBdAzAPRa@Dw@^Mz@NT]",
    "cqbAsf~Cf@rBZv@XPv@NtBPp@NDlAGf@O^UFo@QQ@MNK\\Ef@?p@F|@f@pCp@nA`A`ALVH\\F~A^jAfB~Df@j@?`@N"
    "zA^fAtAhDRz@Hn@A`AB\\Rv@Zt@DXKl@INAj@FbAc@k@oA{C}@}Ag@_@]i@]{Ag@wAe@]QPMh@@v@R`A?Ro@o@qAi@"
    "]D{@z@s@EoAc@MNLt@\\r@hAfArDnCv@`BICg@i@g@Ui@CQLDZDhAjBrCYE{BaAmAzAgB_@}@_@?RKf@?`AEH]UEW@"
    "sBIKSPK\\CrALtAPlAl@pBEn@Jt@I@m@q@ASBo@EUe@s@}@}@UGGLBd@SIg@w@c@_@a@Kc@e@e@_Ag@u@i@i@QCDdA"
    "GnAAbAGLa@gAQYUKWDmDYu@P{@n@iAfA[`AErAFx@t@hAn@n@Zn@Hp@H\\^f@nCtBa@BqAYw@EAPT^h@`@BNATk@Vy"
    "@Ko@PDZd@zAHv@r@p@bBhAX\\ED{Aw@o@M[?a@u@s@Qs@`@mA{A[Ko@H]Os@_Ag@]G@GXCfAH~@Jh@h@xAX^VJh@CP"
    "Lf@dAdAfAj@Z[f@IhANVhAVBJXN|@Xi@JmAQGJHt@Tt@zAjC?LMdAQr@Ub@s@@e@Ou@}A{BcHmBqAyAyAUPITBTl@h"
    "AV|@|@zDVxAJ|AA`DGZQd@e@a@}@oAg@kA]}BSo@S@SXCz@OrAKpAFzAHp@|BrJK`ACf@Bj@f@pDd@lBTn@V\\\\HX"
    "OTi@RUPA`@FrAxAPDJKNo@KoFGoAP{@QgBAe@JMRF`@r@j@|Al@rArApBb@TNCNOVo@Ak@Iy@a@gCcAiEw@oCI}@LY"
    "Lu@T{CX_C^w@pA_ALNFtA~AvFNjBJf@PZh@`@Ky@k@_CDKv@dBh@x@r@L^C\\N`CpFDpAT`A~@vB`@h@n@Fh@U\\B`"
    "Ad@jAN^GRMd@o@B_@ASSq@k@_Ac@UyA_@aAo@q@eAWi@}A{EwBmAy@}@i@oAE[z@f@\\Hp@MT[bAF|AKLRJjBJv@LP"
    "TJh@JlBe@TUZOvBb@XCWWwBoAK_FDc@`@^v@^f@IPSNPd@tBVL`@DjAh@pC\\Z\\`BI`HaAfBDzBg@VOlDDr@GCq@D"
    "Kp@t@l@b@x@\\tDr@`BJv@c@Te@`@uBVsC?YKs@e@gAmD{DiC_E{@aBw@c@{AqACIxAH~@U~@IzBTzB??i@y@oA{Bg"
    "CKAd@~@Hn@O^QRgAFO[WqCu@iD[yBq@}AYMUPiATkAtAWDGEZYTg@He@[uB_@a@EW~@?r@_@Nu@A}AQw@i@iAq@q@]"
    "J{@bAc@SDSt@iBPmAAe@uBuJy@gEoAqHQo@g@yAQWq@?_@Kl@e@N[@]K]QW}@o@k@oAY_BB_@L_@?Qa@SsAoBIU_@u"
    "Ce@aAa@a@w@i@kDgBeB{AcADS~@aBh@Qm@Vw@SUoASMFW^BZ",
    "utq@uctDUV_C_@kBc@gDyAcB]oH?s@PTr@LNITa@^aA`@Y_@QiAm@qHQ{AIwA@qATs@lA_@hBDv@G`AOp@Y^a@|@gB"
    "n@w@vBgBv@a@[i@mBm@aAm@mAaCm@UgDPcFdBoCvAe@H?Ob@i@bDkBjAoA`@y@OW{AYK[|Ba@|@?r@Vv@@dBk@ZYz@"
    "kA\\cA`@i@L_@DeBC{@Ms@Wk@aAmAe@WeAIwCf@uKlCHm@dM_E`Do@f@eAsFiG}E}@oBkAuDCiDp@AMjA{AEW_Bu@q"
    "D_AwEs@k@Yw@QeBQ}FEmCD}Df@mBdAa@h@{@hCo@|DeAnAoBh@mAn@k@r@K~@RlAMnAq@pAg@n@sAr@AZX^v@l@jCh"
    "CrDvC~BbCDf@iGoEsAFC\\v@bB`AxA`Ax@KT}BbBTP|@IVHPPJZ?f@Ip@@b@JXMHc@C_@Su@cAoDyDqBcAc@GgBl@Y"
    "ArBoCHc@Ws@MQ_Ag@s@S]Fo@fAUp@e@TwA[w@{@gAf@kB~AH~A?`BEdAaC`CwAv@Q@BSPk@n@i@l@cAf@oAW}DcAcB"
    "_AXuAx@cABiBEwErBsB@Hm@vAW~B}@hEkAzAwANg@Ak@Kg@S_@g@a@aEcBiCk@eBMmD@gEPmBZ{BfA}CdAw@JaA?kA"
    "OgADcFfB{@t@c@~@[~@O|@Dn@|DvEpAb@v@pAnAxCdArADNMBi@e@gAiBs@{A}AkA{CyAgCk@sBBaBJmATo@RML_@b"
    "A@l@Rr@d@x@fD`A|Ap@x@RlDPGRaCZmCG@^bAvATjAQ|@@r@r@hBv@~ASLcCiCc@wCu@cC}@iAm@[sCIoAmAeAW]Ay"
    "@\\@\\tAjCvD~EkAYq@u@cAs@kAoAq@fAmAt@m@xBkAx@m@l@DmA`AyCQ}@q@_@}CaCmBj@cAd@a@IuADiCReCd@cC"
    "p@cB|@eAbAi@n@OZWbAPl@bBhBt@n@t@TpCUl@Ln@^vCpCrA~@pAf@RRqDAo@i@i@qAmAsAsCe@mEpAgBCmAqAwAw@"
    "a@KQDaAz@Sr@?vBHb@x@zApCfC|Ap@fBZpBl@f@d@f@r@f@b@p@ZaAj@WAYYaAcBo@m@[G[B[R[b@@tArAtIM?s@}A"
    "sCcJc@gAgAgA_DkB}By@kCo@iAQuAJw@v@iAH{AM{@FaATy@f@_Bn@{EvA[RW^Wp@@n@\\l@b@\\j@Hl@XrAbAXJbC"
    "ZxBLjAZpChAhEfCA^oANaASyA}AsAc@cC]uDWmABMBITEf@\\r@`@V|ArB}@\\sALo@_@k@gAq@e@u@Go@Qi@]IQz@"
    "e@BUWw@k@{@m@e@a@CqBh@mAdAcEtEWh@cA|CMdAJp@N\\RHj@@bGaAvBFr@Ph@Z^`@Vh@l@VbD?|AV~Cv@v@^Lf@a"
    "BGaDs@uCO}FtBqAPm@Qw@CiEFeALeBj@{C`B]ZQ\\C^?lANXt@P~ESdAQrATbAGvA]~Aw@nCr@rBa@tB\\hFzBYT_I"
    "iB}@DeBf@_DjAm@^?vBVpAp@xAhAKhDw@dAGr@FbAd@`@?pGgA|@CDFKLyFnBwDJqBRcA`@_@XChA{@jAw@\\c@@{@"
    "[{@Cq@P}@h@iAJaAXs@BmCK}@NOLXVbCx@Rv@iAfAg@v@@f@f@|AHd@KB_BkAMFIhBKE_@uALsBw@m@oDc@\\tDB|A"
    "lA|C~@p@AJm@R[@[YaAwBcC_CWA?l@PrA}@f@y@e@_@a@iABa@NId@`@|CEd@mAfBGENq@N{BOw@_AcAaCcBq@S]Lo"
    "@n@NZr@\\d@t@XlA[h@iBBkB_A{@^iArAcCdCmAc@}AdB~BnAg@jDbDGzAL|@ObAD}@f@uBPKp@{A?eAI}B@G{@qAa"
    "@m@e@g@VqBVyCtBbAdAP`AVv@Jp@Z`@xEdEc@@{Ao@uDeAcB]gARc@?_@Y{@\\{BXmCaDuA^oAbBkDpDyAdB]l@Bl@"
    "pAp@f@HlB{AbBo@|@Dz@b@SPqFlCi@fBCl@`DdAr@BpBa@~@}@v@UhAEVJqAfBF^h@RTp@aDzAyBzAQd@pAXx@FzBM"
    "dASPTeAn@[^Sl@Mj@Af@v@`@dAzAZ~A|@HXQrA\\lBi@f@k@xBsD@R]zADt@~Bf@?LmA\\_BTNrAAhJT~Bl@nBbAhB"
    "fAeA\\gAVc@`@]l@Ml@?p@~@v@w@r@aASoDUwAF@^f@fA~Bl@|C|@{@v@kAj@kAhAuAfAeBd@wBNYh@cBN[NI`@}@K"
    "cAw@mAs@w@sAw@cB_@k@gAw@cC{@{AaAs@^GrAj@z@~@dAjB~@bAfDnAz@NfAFzCIb@[QkAoBgCPIf@n@t@`@l@PbA"
    "EpAuAd@YlA]^[bCoEXw@Lu@h@m@dAc@NDYl@?f@z@V|@G`Ai@Dv@eAdBA~BRJn@F^OhB_BbBaAfAc@FXm@pBu@pBwA"
    "|AiCnB_A~@p@zAj@ZXHrA?xCq@hAw@fBeClDiCd@@xBv@QFoABy@PiClBKl@b@p@A~@g@lAg@p@qAb@g@BOTp@lDBn"
    "@MRQ?gBeAk@Qe@Ck@Rs@j@[l@Il@M\\gBn@HVhBhADHUDaAj@}@bAe@pAGh@?d@GT_@BMMM@QRO~@e@vDSp@I@EwDQ"
    "]aA^}AfAcA~@G\\p@x@IXe@d@a@MWaAk@_Aq@k@_Bb@mA~AK^s@h@k@UwAjBh@p@xAfAHVUCmDAm@\\Iv@jAvCdAK|"
    "ACn@FGRaCdAc@x@q@z@Wp@@TR`@IJwATw@ScAG{@DETHv@|@p@QLgAOa@Vi@zBq@~Af@Tj@HExB[~BAvBHjBf@Vj@A"
    "N[hBaIXy@^q@nBkCCT[~@W~A_@~DOxBFl@TJDTI`@uA|Bi@jA]lAYr@YZDTd@P~@F^IrBgANT_AhG@~@^Tf@Yn@kAf"
    "AsA`B{A|AiAT@LTLBPM^w@^c@fC{BL?Mb@KpALNb@EbAc@l@oAv@kC^s@@`@OdC@j@`@JNKLc@Jy@`@m@p@]Z_@Ly@"
    "HKxAJl@g@`CaDtBoDjA{AZWg@pBk@fDKlAR@j@a@`FwEhCeBlAQ|BKZv@cAzBaA|A_A~@cBxB{A|Ce@p@{BbAaAPcA"
    "BEV^l@FZuCdAw@f@u@~@]NaCbD_@ZsBr@e@`@_AhBg@t@w@~Bi@x@gB~@k@RSVLx@JVz@f@Iv@a@bB@|@b@VhAZd@A"
    "v@WdAg@jCcBpEeAlAc@Xa@f@SfO_BvAWt@]p@k@fEaBVUdCiD`BgE`@YjBYxANz@TzAGz@_@|ByA~Bm@nBmAx@[ESq"
    "AsBV?pCxAr@[tAeA~@eAbCaEjAeAIOuAEcADm@OwAmAe@q@C[hAGNML_@`@i@t@q@|@StEPd@U?a@i@}AWe@ESFEZB"
    "zBrAZEn@yA\\eBTa@ZKdBcBnC}Dt@{@z@u@h@UE[{A}CCWnAFtB_@v@f@b@@h@UVFT`CP^VPTCPU?]P}Ch@WrBEXKZ"
    "]Vu@RoAVk@XETDNRb@Jv@D@\\u@v@q@nAq@fB\\dAlBb@~AHpAM~@WvAy@|BP\\vCXFvBAn@J~CrAp@Jb@Ib@Tt@n@"
    "hAB|Ae@lAO`AD`AWbAq@x@UfABPGjBmB`@k@dAgCLu@@y@Ei@Y_AYwCWq@a@m@_Ay@oFeBo@g@@[t@{B?_@QQe@iAQ"
    "Si@KwAd@iALcBDeDp@eF`BcC`AcBbBgA`BIp@^jAPTAXQ\\y@h@MODs@Kk@]a@Am@Tw@Xo@`@i@rCkCLm@q@UwEn@s"
    "AK_@u@a@e@c@SiAGeBXq@Bm@Iy@]sAcBw@UqAO}@AoBf@eA?DcAl@}Bv@cCl@k@pBqAfC{CbAaBPo@G_@Wo@uFkDaE"
    "kDsAwAi@}@i@k@k@[}A_@Yk@EgAO_AwAiDaAm@eB_@aAg@qAkCFa@d@YZg@zBkJrAqD`BwCxA{DpCwD@o@Yw@JKvCn"
    "Ab@Bx@a@f@k@^kAAg@Ue@]}A?o@Hk@J_@PQl@KjACXNuAlCL`@jBLn@Ej@Of@[|BsCXu@Gg@HUXL`@?n@MHOwAoAEW"
    "h@Yz@ENWSWqAk@][p@UXAv@n@rA~Az@b@pAk@t@Ob@Hv@jAxBt@xE`CzAf@dBGPY?k@Gc@K[Cc@FqCQi@a@W_AWaD"
    "\\iAEu@a@s@o@u@aAI}@v@cBRUnCmAnA[dAKr@U^a@\\u@@c@Co@]a@_Cg@?IhB[p@Bh@^t@hA^T~Ak@x@Ed@UTSMS"
    "o@UqA_AEc@x@w@\\MvBSnCRv@IV_ALiAFwAXuCZmAd@GnD^f@?\\KpBcBn@c@XGrAiB^Sd@s@j@sAn@Yr@^r@n@r@z"
    "@Zr@Bh@_@^uDv@o@b@e@z@]fAStA@~@Tj@f@d@pBz@rB`@tBHv@GnHuBt@?dAO|Co@tAEvCg@~FUp@PcAt@{@Zq@?i"
    "An@_B|Aw@x@k@bAAVl@l@bJsFxErAdB^tADjBa@pFuBzAg@^ErEp@tD@pJo@dCa@b@a@j@OnA?pEe@`EtAfFoAdAm@"
    "T_@`AcCHgAS_AQk@SW~BhAj@Jx@@lDYZLIVm@d@CV~ANpCQ`AFZH`Az@ZL`@ExCeCzBuApC_@`A[b@_@fEqGZy@~@u"
    "ERm@X]q@E}DXuD?cBNqBt@wCd@iBFmDMcEc@U[|Bo@pB}@fBqA|@a@hBUbHOpGu@xDiAxCqA|@k@Tc@VkBXsDVyBV}"
    "@@u@s@qBsC}BCS\\E|@_@Rm@FiA?_AEq@YaA_AqB{AmCaBaCQk@GsBMuAK{@Uk@}@uAkAqAwBcAIYAc@EYKQiH{EgC"
    "yAqBy@iCi@eKuAiEW}FDqMn@w@`@MPSn@L^~BfB~CvAhBjAnDjDn@z@zExIr@v@\\l@T|BGj@a@fAuB|C_@fA?bAL`"
    "D@pAElAWnBk@pCeBrC}CrCuBbBuBfAiCjB]r@~@x@rCvAbEd@fBb@`ClAbDz@~@d@",
    "ac_Asn{ChFNvDgAhCa@dC}@bHgE^eAZuAv@mAz@_ArHcEXcA}@m@gAS}@@oEjAcGbAoBr@_CjA{B|AwGxFo@R}BxBm"
    "@zAUjAZd@\\L",
    "c`~@cpxCONY]]}AqAVk@h@WGWBm@v@wAj@{AGkCYOIoCUoCIq@VQVIZpAjApAvArBvALh@GlA@nAUDMZ\\XtBJ`@Gh"
    "@_@LmAp@JLIeA_A^sAb@DTe@Au@_@YI[j@X`@n@h@Pj@j@aAJ`@`@`@D`D_Af@Wr@cAd@yAUCEOBMv@KxABp@WA}CN"
    "k@v@c@rAIF{@YwAi@mA_@iAc@}@{A{B@zAGnAz@|CgB|CK`@Ih@Fd@Nb@g@NK\\",
    "kdt@uakDU`@En@F~@Lz@Rt@p@vAvCxCv@rAj@p@vF|E^J^CbAa@bAErDxAFOF_BPu@nAqBBY?_@EYyAkBiEaKo@SaB"
    "j@o@La@AoCqAgCH}Bo@y@?m@FYP",
    "_ou@cnjDk@^gAfB[r@GfAR~AHvAXbAp@rAj@bBf@nB\\jAXb@ZRZ@l@i@z@sAn@q@|@c@`@m@Dm@@wCAiAG_AMq@_@"
    "cAwAuCs@y@_@MuAJc@C[Q]@",
    "erw@}bqDaHdB[d@M^Gd@?jAD\\ZfA@VUtF@dCRnBh@xA|@bAn@f@pE~AtCV|CBfEXzAEn@I`@Sd@{@l@eBb@sBl@kE"
    "?Wi@eDy@oBcBcDqBaD[[s@[_Cm@kBJm@Ey@SaAEiBN",
    "cou@{bwD}ALwQ[}BTyJ~B_Bh@q@v@i@xASRiCr@w@~@S`@[jA}@j@gAVUTH~A]j@aAt@Yb@r@j@xBXrIYfM}@hGPdC"
    "Z`I`BdBNdB@pDoA~@k@T_@h@aB`@sBP_BRiA|@WrD[z@g@Za@Xu@?u@Mq@KKUAp@y@PaA@{AGy@MYa@OmAIsB@aD`A"
    "_CFcEt@",
    "kzt@er_Dd@NrB_@n@UlCqAlGyBzA}@Rk@q@_BYe@]W}Gk@mBTaC`EkAbC]fB?r@Jl@",
    "m{u@olcDZNRACe@[kAOcACw@Kq@Sk@UU]@GjCH~@Rv@Zj@d@`@",
    "qyu@{pcDl@rBb@nBp@rE\\DXq@iAuFA[@WTc@Th@fBtGXj@TXPBj@EvAnAsCiIAYZOJHvBnEbAnAl@YJSCYuBoEkBu"
    "Ck@_BQwAGaA?gAESEBEZAjAVxCRjAV~@ILk@c@c@kA]qBQcBS_DEDG^ST]LQRKr@MVm@RQNKx@@^EPMHN|@",
    "ogu@wncDZF`@OQsA[c@gAa@MUUKa@?e@]i@_AMGZzA^bA~ChC",
    "k|o@_e{DpC`AhAAfLeCtAaANm@B_A?uAQ{@WSq@SaBM{AFkCVkCd@wDvBcAv@MhA?j@H`@RRn@Z",
    "w|g@m`{DtARfDm@nBSxAsA`BqBlA{BZiAv@k@RgAdBqBOQ_BOyCTgAf@}AbAwBjBc@n@G`AU`@eBF}BtAW`@YbA@^R"
    "bAb@V",
    "{`k@uf~DKtCJjAZv@VL`@?vCi@l@Y@UNi@bBu@|DFnAE^ORWP}ACa@Uy@MMkCu@g@CiDRuC@kALcA`@g@r@Q~@",
    "apg@mhvDZDr@[lAy@|BwBtCuBVgAd@s@~D}BzBs@~AYLa@aAeBiAqAm@]kCYwMu@kBAoBX{CnB_AJg@Xa@h@Qh@?vA"
    "N~BTp@|AbD`BzARx@f@l@dAx@n@^",
    "eei@{wyDsBdAEPTJtCd@x@\\p@dAd@^hERlEAg@aAoBoBvAk@zHjAvBo@eBwBdBIlC?zAgA_@sA{Do@sFg@eG}@mED"
    "oAZ[`BWtBc@HmBpA",
    "afh@ilzDYDuAWu@C{@j@OZ{EfAkA^IRX\\`Af@|@XvATzLBn@IZc@v@aCd@gANo@I[o@YcDi@gA?m@HQTDZZb@",
    "um`@ehyD|ChApBGtCu@xBSh@QDQg@s@s@i@{BqAqE{CiC{@eCi@iC}AkAi@aACaAPGXdA~Bp@r@`BdCxD~Ev@b@",
    "w{b@ov{DvCd@dB?pDw@lEgDZ{@mAIw@Qa@YcA]wCi@SNBb@K^w@Fs@TiBfAgALYNKVk@h@?Tz@j@x@V",
    "}rYqpaDJ@DWCq@QsAGQgALIDANBXVd@bAhA",
    "eqY{u~CH@PWLe@FeBEg@EOo@~@HxC",
    "}~Yy}`DNh@f@~@XXJKb@Gd@_AZYRAHV@\\Ef@BPJCHQJ_@@a@Ga@Yo@sA}AYQ[Bm@j@ILa@vA",
    "ueZia`DJBb@MvBcEtAeAx@_Bz@}@c@cB_@JoBpAwAlAq@r@iBzEF^j@x@",
    "i_ZgdbDEzAnAvCfBjATW",
    "e|Zcy_DYnJ@tBd@jAX`C\\x@\\mA@_CFeBHo@K}DJLb@pAd@DbA}A`@kADoAj@sAD]C_@e@sAMw@MsBMm@c@D}@t@a"
    "Av@{@lAk@dE",
    "{f\\_x{COfBbAQVS?q@Km@s@NKL",
    "qh]k~{CGVzByAt@u@Re@JU~@w@HYMSi@JeAh@_AdAuA|C",
    "k}[aa|CTBb@Md@_@dAwADSEQQMEUN_Au@g@q@`@Uf@YfAKpAAv@FV",
    "sv\\wr|CDz@`@aBv@qEGo@WeAUCc@^_@x@ETSz@It@T`Af@lA",
    "ouZsi_DPr@hA}BXc@v@eCHy@Aa@IKQFONiBrC]dAAhB",
    "ag[id~CFPT?b@SXi@^cCCWIWq@o@SDEb@]lAIT?zADd@",
    "k_[ue_Dh@LM}@Cc@Fa@DaA@}Ci@aBaAA@p@Z|ELdBHd@L\\",
    "}nZ_{_DFHTOT]d@uAJc@Fy@EIQDIH{@jCOdA",
    "oqZo_`DBFv@?NKHWBe@Gk@a@sAAc@EOWj@Id@EbD",
    "_u]mb{CT\\LCHSb@kEODo@|@HVc@|@Gh@N@",
    "_f`AauuChAf@~@Aj@e@@OeBNe@ImA_A`@hA",
    "sq_A{lwCVFBOb@o@@W]U_AJVz@B\\",
    "aa_AomyCSTc@AWF`@h@`AD^Qm@{Eu@s@oBmCk@k@i@Qi@Hj@tAz@Bv@dAb@nAl@j@\\t@NdA",
    "at}@eczCLrAp@fAVBHEKm@?oAg@KMF_@W",
    "st}@yezC~@z@[yAKUIIIFCt@",
    "ku|@yavCZh@Gg@a@eBUMb@pB",
    "}l|@yovCjA|@]{CWo@]NB|AB^",
    "yvx@clwCj@TfAUpA\\T?{@sA{Au@{A_DYCb@tDD`AFV",
    "qtx@kpwCbAVTIiAoBsAYbAzB",
    "{bz@u~xCp@HKg@eAgAq@g@]?n@vA~@t@",
    "yobAei}CPJP?NM@UOm@i@Wa@D@VPd@PX",
    "{`cAo`|CtAbARXVLPUVeACWWCMHATIJQ?_AeA_@IKJFb@",
    "{rbAis~CZ@DMKk@]s@g@MJjAb@l@",
    "{hcAaf|Cg@hAURnCpANBHG@kAGy@II_@b@a@gAYF",
    "qfcAesyCZf@Z?Cc@a@cAOo@A]EUYYUm@HtAj@tC",
    "qn}@msjDiBJaAC[PYv@`@nAd@^|@FbBY`@O^k@M]q@IGMJW?SMQ",
    "ks{@_`hDp@HVW?eAOs@y@mBq@{B][}@Rc@`@c@z@Oj@LbAj@x@p@h@xBfA",
    "{nz@asjDf@BhAGnAWl@[d@y@FaAjA_BrA_@l@aAo@EcANaBZyAd@_CrAi@nAi@v@Mj@JRXL",
    "mn}@ohiDLLJCh@{@v@YRWfD}BPw@Bk@w@UoBSaB@{AXQZo@r@Jz@BnARd@\\ZVt@",
    "_k}@}ziDKHMKKHG^KVa@ZIT?TZ^P?bCiAb@mA@e@Mc@SOY?_@RUt@",
    "ic{@wtfD`@rAl@INNJ@SmAAu@Hu@OY{@A?|@GTMJ@X",
    "yu}@odhDRnA~@]bB{@f@g@Lk@?{@]IiAE_ArAQJs@hA",
    "aq_AuhcDEZtAS\\Q@QC]Oa@g@YULm@`@ETTn@",
    "ad_Ag_eDm@`@K|BvAGbBsAR}@AIMIYLWUYEy@Z",
    "{x{@ynrDLFnCs@Ji@gAo@y@Wk@Ck@Fi@p@p@l@f@x@",
    "ws~@iuoDbA\\d@e@YKe@m@s@g@Ua@uAO]@IJn@r@lBxA",
    "kwu@utyDEbAf@A`Cj@fBDr@S`@m@qAuA}A}@qB}A}A{@m@Jk@^v@|Az@l@BbA",
    "kiu@ecdDLRZU?y@Yk@S@SVD\\Pn@",
    "_lu@{}dDFHVGHjAFDPm@Mg@@[CSWm@MIGBGx@@j@",
    "mou@}~cDPLL?MeBNc@@QGQICU^K`@C^?^FTJJ",
    "ehu@gf`D@`@b@EPSN]BWMUi@LSt@",
    "yqu@qu~CVFr@Gj@]Xc@kDeBc@J?RXt@Db@JZPP",
    "cv]eg{CFLtAqAx@kBV_AqB`Dy@r@CX",
    "gz\\ip|CLHLcCQm@CW@Y]z@Kf@Ct@?Nd@n@",
    "yux@qopDlG@rCGx@Qr@Yx@yAd@yA@g@Ia@MUuD]sCd@_Cj@eDFq@PQJMTQhBAv@Bh@vBH",
    "}kv@gtkDo@p@o@C[f@_A|BER@h@`@r@b@XhAf@rAPl@[~BsBtBgCd@kAO_@q@UeBUeDJ_@H",
    "{jm@inyDt@?dAWRWNa@Hk@Lc@RYBSKQUIu@CqBk@UBOVM|@Qd@k@bASj@BJLJlBR",
    "cbu@wigDPBBMMo@WEYs@WPF\\^j@XV",
    "_fu@aogDx@FYcAS_@WUo@G_@Z\\p@|@j@",
    "wcl@aivDxAJpAoABkAEi@Ic@]_@uAc@e@XM`@KJw@ZY^Bd@Nv@Rb@TNf@J",
    "yyk@gbxDfDbAb@YNWaCiBw@[u@^MXDPZf@",
    "{ik@sjwD~CXfAKf@^\\LvADrDy@n@SPQGQ_@QiCWq@SUYa@Uo@OaCOcHqAoCIw@DQTCRFTj@v@z@h@|CzAdAT",
    "_vo@mjrDKfAn@`BNNRFPKv@kANo@SWk@]]Mg@JKSOP",
    "}po@gcrDl@JZo@VIH_@n@ECq@MWk@Sa@Fa@p@Of@Mp@B\\",
    "gox@qujD\\HlBMhCu@dAq@CO]Gc@Fy@`@_DPq@RO^DR",
    "}_x@{cqDh@F~@gAbCoAp@{@@[Ck@Ou@m@{@o@IeALq@h@u@tBe@x@Ih@PRARGJ@TN^RR",
    "q`v@oqhDjAJ?O_@o@uBg@wAKRf@r@^xA^",
    "wxu@g~pDl@Jz@{@?a@KqAmBSo@n@Un@tAvA",
    "w`w@oqkDx@JjAYjAq@hD_D_CkBkE|B}@nAL|B",
    "_qu@uwrDU`AMTT\\pA|@vDXzA[k@vAGd@JNf@C|@Yd@]Fc@LGPRNCd@u@ZQvD_@FMIW[c@g@IgBLGGGk@GQgADk@IY"
    "TWr@a@Is@Fw@QuAm@aAQ{AX",
    "iiv@aurD[x@E\\f@`@rC`AzAv@j@L|@MhAZ\\Ca@m@sBeCaBM_@[[HOWAa@a@Y_@?_AZ",
    "_pv@_glDf@r@tBQNOBSQWyBWs@A[FAFj@b@",
    "{ps@oynDw@Li@AGPj@v@XHp@g@b@q@H]B_@GEw@|@",
    "ytu@wuqDd@Fl@UNe@Fe@GSSQYi@c@_Au@k@wBi@OMu@sBQQ{@KEOR[?[S]]WmASeABQFMRUt@AJ^n@rAfAr@|@HRDX"
    "P\\|@jAf@fAh@f@nBd@tAj@",
    "g{v@o`rDdALr@G`@YXe@^{AKk@CkAE]KMiA[i@B_A\\iCFc@ZGN@RFVbAdA`@n@Vx@l@b@",
    "aoq@kcsD_AF{@Ik@HY^Q`@Ib@VX`BTbAKdA]`@LpAUf@[`@i@?YuA[a@WkBf@",
    "mfs@_hnDeAl@gAXqBJOH?TN^d@j@Z?|@]VMXa@JCPJBLGRHBlAKJKEc@u@u@l@ONSdA`@d@Fz@WFwBDm@Z]P_@XWt@"
    "Wl@{@F[ESY[}Cz@_Bx@{AfAm@r@C`@H`@Z`@Uf@",
    "qtq@ympDT@d@QtAeAP]Fa@?i@Eg@[sAr@aAJe@ES[s@G_@[k@iAwAiAR_AfAQn@Dr@EhAO`BEfAFj@ZpAVf@^b@ZP",
    "}ur@_`nD\\J\\EXa@T{@`@k@lAw@LUTiABiAPcA?_@Mq@aAKs@RILOZKb@}@|Ac@jAq@zC?\\L^X`@",
    "sdn@uyiDT@r@y@H]aAQm@r@BVVZ",
    "qvi@elzDnCB`AKBUy@Y}Dk@qBmAi@IqCKuA@mBRfG`BjGnA",
    "wwh@sd|D~@VhAMJM?QESsAgAkAWm@Ec@XSb@tBpA",
    "oni@mt{DlAJhCEdDi@j@o@HkAAk@MGeBI_EK{CHoDj@gAZc@Rk@f@ONI^zEFfBJz@V",
    "g~o@sizDXNrAGZNj@I|@_@fA_ApA_B~@qA@WSe@_AYwC]gB?_B|@[TOXAVFTj@n@R^?`@Il@Q^YN?L",
    "}ol@ueyDh@d@l@@z@c@~@LxAfA^j@VLhAL^K\\e@Z_ASo@eA_@yDu@s@YE[KQOG{Bl@y@^k@b@BN|@b@",
    "k}l@oaxDXBp@ExDs@^SFOi@QOSm@WsA?wAx@i@t@AVPN",
    "_~^enyDj@Dn@KI]kBqAEU?QLU[]k@IMHCVHfAJb@RZZZd@T",
    "m`c@arzDrAb@`Qu@\\QNWgBaA_C[cHUeBXcA\\e@VOn@f@n@",
    "kdh@stxDhBDrDc@jBaA`@_@COQMYk@}@}BWa@_BgAgASuCDwAd@c@VY\\Y~@Eh@k@n@MZ?ZJZVXx@h@hDp@",
    "chj@ktqDPb@TJj@h@NDX[Tk@FEL?Z\\LAHQDe@?y@MuAA_@FWEWSSWG{@Fm@`@Wl@m@b@MXRnB",
    "}kj@y{qDJbAbAQ\\WXw@BOES[q@QQm@TSZOl@Ed@",
    "ofj@eqsDDHvBk@l@WNSHe@Dw@W[u@@w@TwA|@VR@f@If@@L",
    "wyl@_prDiAlA?d@H|@Tn@^^l@Nx@@XMSo@MOAi@HeAJk@^WVADVIl@Fz@XjAP`@b@QN[Cm@Fk@Gk@WcAa@k@i@Ws@@"
    "y@Xo@^",
    "qwi@sirDl@HFAC_@BOJIg@YESLMt@[NYCUSSe@BqAb@e@r@Of@XDTNT^VR",
    "yki@mlqDT@^SrDeATUS]aAe@k@e@a@{@eB^e@ZOVE`@DpA`@P\\x@",
    "a}g@}eqD^Bv@QtAi@|@i@h@m@D_@_@Qo@GqBDw@NgAbAMd@CVHTl@Z",
    "wbf@wapDZ~AJIPm@f@Uh@q@?mBOq@BeAk@i@_@p@IrAFf@_@j@MHG`@Bh@",
    "wle@uvpD}@Jm@Ga@l@Ml@BNNF`Bs@b@_@J[IG",
    "k_f@osoDeAHyAANvA`@x@ZNJ_@r@eAPcA",
    "_je@_wpDRBjAcAO{@eA|@Ib@?X",
    "afUaprDl@h@hAk@PUsA{@e@@mAb@[\\xAN",
    "c~eBczfBKmGWaFIqEc@yDPyDToApBeGs@cBbALLaB`@sBSSS_A}@R@_@t@aBEq@Uu@JWd@x@ZARe@NEIjAT`ARVb@C"
    "ZOFe@X]jAo@|@{@L_DVcAJmADwAIiCNUPEZDXG\\kAX[OhCPf@l@KPs@Bg@SgDFC",
    "}pxCm}pBHHH?HOAcAEg@QGCxB",
    "uuxCaipBTj@^{A?Wu@fA",
    "}hyC_~oBzAuCrDs@RaAPKNtAbBpAh@q@\\{@CiA]{@o@k@WwCd@aE^w@b@m@b@hA\\xB^~@l@L`ACXyDF}CGsDIiB~"
    "@sCBkC\\iAFd@?f@",
    "qevCavoBXLr@dDVsALuAOcE^sJSq@QYc@mCi@kCCiDa@yBFgBAyBGaBBqA[sAo@_ARURm@|@dA^UDiAGmACm@Wu@@g"
    "BJ{AQqBb@?PUI_Aa@w@\\iBUqB?mCN{B?yAT}CJiEn@wCd@{E~A_H?yBBkBTu@Z~JTkADuELcBMiEv@gEJqCd@{EKq"
    "@q@p@l@_Cd@Z^iCDwJ^kCQmCb@aOdAcDMoCQ}BBkFOgAa@w@^RXN~@LfABVkDb@qA^kDPcEKe@t@oANo@x@_C`A_BO"
    "bAQh@`@tB_@dEZ|BXbDVnAnAfD~@x@h@Hd@Ql@wAHgAFyBNQPL[|C?hAo@lCPf@vAjA\\KRND~@Jb@hC~AZnBPlBdA"
    "~CzAbCTEX_@CmC]yBH_CDhAz@rDZx@t@OjAVZwD?cADy@I{@Bq@P|ADnAZdAjAlA@aBBwAOmA@}BWsD@}@DcALbBFd"
    "BN^XTr@vB\\fBnAbBf@ID}B_@aM]_AOmAWeG]cBKoEKc@e@cDMkHNuCb@oCb@qLzA_JFuBj@mCi@ItA{BJs@PcHCaD"
    "JTJbB`@h@MlD@h@P`AfAeAr@kAz@yDx@oES_@YCsAxCu@^a@e@i@aAS_CTo@f@YXa@f@uABm@Jw@f@g@^q@[yAYcAd"
    "ABlAsBP_@XW|@Mr@`@WbDBt@`@GfAwFU_A]{@LG\\B[}EP_@FbANbAz@zC\\]Re@[qAOUIk@TuAb@_AZiBLAK|BBtD"
    "~@gE~B}G\\sA",
    "yvrCus{BFsALmAHsA@aAZy@JgBDgBOkAe@oA]MUb@w@t@e@n@O`AOGQi@Bq@NgCDaD?}JDk@",
    "_}uCoqpBm@fED\\DNJEPkB`@cAh@Ja@wAMSW^",
    "o|uCyloBXbAHCKmBm@qAe@GBr@Z|@ZT",
    "e}uCmdqB@XB?LQGmBUwAUcCK[CdALrCHnAVr@",
    "ibvCwsqBVDHyDE[_@zAo@v@Pb@`@V",
    "}bvC_nqBLlF`@a@P?ReC?c@JwAqAOOdA",
    "o`vCwlrBM^Q?DnBj@hCXRH?IiEPqBEmAo@b@Gv@",
    "u{uCs|qBDDFARSRmAIu@GMSBGHCRDj@Ad@Gl@",
    "e|sCgevBb@nBLgD{@}A[wA]}@IhAZlCp@rA",
    "}quCipvBRL^iADsDYg@MIUTEZCb@Dd@FdD",
    "onsCygyBFHx@aBl@{BgAWeAXA`ANhBNd@",
    "aksCiszBK|Cd@{@LqABsAk@bA",
    "}nsCigzB_A~AYEe@z@AVFn@Pd@n@f@^_@LgBd@q@Jg@Yy@MO",
    "wbvCyqpBJ@JCJQ[{BGnC",
    "szuCclqBE~@b@cAD}D[vBKZBl@",
    "ozuCgerBBh@^tAZq@FY]w@]FGKCF",
    "y~uCw~rBB|DZ{ABgBAaBEOANOj@Iz@",
    "{atCu`vBJ\\TUDKs@_CEn@PrA",
    "ubsCotzBGlBXk@b@wCAcBWl@[jC",
    "m}aBosqBL`Ah@jD^fAhCpFdA[lCn@Tw@^Eh@FNTBVL`@Z~ARVXN\\APJ?n@Dh@TRFl@Al@JRZINMLz@Rf@J?",
    "gdpB_nuCLtGt@`CnAk@fBb@t@pC^j@Zr@P|DBvHd@d@b@JtCpGuAlAe@x@_AbDwAxDQxA",
    "}`_DqwiB_A?",
    "gp~ColiB}@@cASeA{@aAiAw@uAu@}Au@kAuAwA]F?|@JfA",
    "gsdAkyhBs@eEEyAo@CiAfB{@tCoAdNK`Ma@jF{AhNExAMlB]rB_@~DAb@Tr@_@B[\\QxBUpAi@nBuAd@aALiA|@u@p"
    "Ai@rGLlDCxBTn@z@nALj@zBlEZ`B`A`C`AxF~AbF`@x@r@L^`@hAxDdB|@FjBx@vFr@dC^l@pArFHjB?zDv@pBv@hA"
    "F~CVt@Tb@rBi@tDnDz@h@cEH_AzAiC}@eD{E_Ao@aCuCu@cB_BwBSs@u@y@]fAAl@j@vAKv@[fAI`BChAQbC{@nDAz"
    "@FjA[~@]d@eB|DmAiBq@]]m@aA[u@j@eB~@iAcAuC{Cl@rG`@|FXdBXrGXhARrAa@][g@c@iB[wDmBmN_@k@yAw@{C"
    "iK}@@e@xAe@t@GkBu@k@v@u@Ho@BoAe@mBV_BoAyBDyA[kAc@mAi@e@EaAY[SGg@hAk@wAi@a@QLWf@WNSGs@w@o@z"
    "A]RFs@Nm@Kg@UWgATe@f@i@jAw@Dm@G[h@m@AU`AeAzAM|@w@^u@d@w@Hw@IAnAi@Ts@Qi@~AiBhAkAnBo@Su@\\{@"
    "pFKlDYWWmA_@mCy@m@[t@{@vAq@|AU|@e@H^jA_@Ge@u@a@lBYvBCzBVdARj@VvAXLZZ_@~@Sz@o@cD_@m@m@YYtBC"
    "lBjAl@?vAVn@Lx@JtBNbBl@rL?fAu@kAgB_F_@kFg@iFk@iA[?g@XAjADj@j@rBP~@Q~@cBaEk@aAe@JkAwAwCQIeB"
    "_@k@qAJcDxAy@hAuAdAm@pA_EvCiCNcAeAuAfAm@pAwAh@yAVeAy@oDS_FsAcCRuCv@kBlCyApAu@nAwApA{D|EaA~"
    "BsBnDuBhA_AtDq@rAyBrHmCvE}AxEsDhCeAdFyBZs@`@_A`BwAt@oBO}BJcBm@oFtAe@h@o@`BwAjJs@rKYrH{@nF_"
    "@bM[lCAjBWXMnHDxBT~C@dACl@H`AB~@WnC?pB\\jCh@hJhBzQdBxIlCbJ|AxDb@R`@e@WbBTtA|AdGzAjD`BjHFDz"
    "BrBhA|A|AhDtAlGPb@^S?hChAvET^?{@Mo@Eq@@y@Rh@j@bDMtB^rDvB`OtCpL`@bCzBbHxAjCV@\\KL_FfAgCRW\\"
    "nCVf@b@Fe@|@KfAd@pC@bCbAnCf@hBRdCLzB_@a@MXId@Dx@TjBCjGFz@U`AWoBK^~@lUYbIGlJ]dJ_@~HAXj@pJv@"
    "lJ`@jHT`ITzCF|CYvJGdAbAfDhApAh@nAxAlHp@~L@jFWpNPjEZdC`@xAvAhBlAdG`@pGt@bBHvCh@dDnBvFfAfAb@"
    "bATnCdAlFp@rHKhBANQbJDzAbA`B~FtDbAlAxCvHFfAEhBWz@X`A\\tBj@G|F?hCd@fAG^[b@m@J{@S{AJu@d@@f@X"
    "Ft@Af@Ov@GdANz@nAFzAv@nBVxAf@h@s@i@Yy@L_Ai@Lq@xA_AdBd@v@lAxBGtCx@Vz@CpB]X[r@Zn@XT|Ct@pC~E|"
    "@Zt@`BDrANp@b@BjAm@bBAdAb@lJjJbCnCtCfHzFjIdCdEVr@T@h@h@Q`@[BJpBr@nAbBlETM_@kBp@CfAg@\\j@Qj"
    "BZj@n@Dl@Kn@mAUjCeBb@k@^Ot@nAzFbA`@D`@c@?SdAVxG^r@R@Rn@[zAY`AB`CHjB?fBa@hEKnEMhAGrATlAK|Bd"
    "@tESrHF~GNvCVtBx@vC@xCzBlChCdE|BjFhCjI~CvNpCnUpD~OfAbE~AxE~B~FjD~FzDbFbAdB`ApCN{@MaBFiA@_B"
    "e@Qw@z@[g@Ui@cAWaCyF_B}Aw@}CGsA@iD_@k@eANMo@Du@KuB_BgBk@}BL_IOMg@p@QUSkCHgAl@S|C|Cr@EF{BlA"
    "y@\\gBFeAZ[AxBGtBcAhCNv@`@~@TlCAvDPw@V_@HdEl@jALjAKtAVz@rB~CrBlBXr@JxBP|Br@lBh@zEA|AMhCUzA"
    "b@|@l@tBd@dCzAtNnAlH|@rCvAzCxFfK",
    "ykaAihbAYw@wAyBo@kBI_Bi@uAkAkAqAkC}AkEw@uCQaBe@iAs@s@m@mBg@gDs@cCeAaBe@qAG_AQi@]QOa@@q@Ia@"
    "OS]Fi@\\WEGi@Ho@\\u@I{@oA_By@c@e@{@c@}Aw@aAoAc@Sc@@m@O_@m@WYk@CaAM}@Yw@]S_@L]S[y@a@Ye@BSKc"
    "A[c@o@_@iBYg@WVi@c@y@_BIAk@k@k@cDUmBDyAL_AE_BM_GCiBWiA@gAh@cDh@mCVqFL{Ab@Y^oAf@EP_@RW\\DVn"
    "@l@@ZP`@h@^QRe@h@?",
    "gbaAeqmAe@OMm@Y_Aa@Og@WMo@|AgDv@eBa@iCu@gFu@_Fi@iDI_@c@KDwA@y@ZA_@qEo@gHc@aFKe@YIEY^e@ReAf"
    "@gE`A}HDqBVeAf@Vn@WvBkDlA}AXu@JqDVaEHqFC{@aAuD?}AEoA@_APAXZf@TV@fFQhGSzEO~DMD}CHiGF{DJiHlA"
    "yDpAiE\\q@cBGgACL}OTw@RmDJaBb@qAFyAE{@Se@M{AH}ATuAXsAn@s@fA{AhBwBxAqA\\H|C^t@Pb@StB@n@_Ad@"
    "iArA}DJ}A^]p@Jp@M~AmAvAoAj@@f@q@bAyB^o@L_AL}AZSb@Pd@n@t@_@`AwAh@aAV_@x@o@t@IrAdAbA[jBYzAq@"
    "`@aCPwAt@u@j@aAr@cBXa@l@[j@a@B_ANsABS\\eBLGNRHNJSBk@GiANkAh@oATqA@uAHy@N[Hq@@gAKuAYaBDwCd@"
    "mERsCByAEcAU_Am@aDGyBLiC@gBIiAN}A^yATA^Vb@jAj@Ld@o@xBRzDn@jAn@j@Rr@NtAvArEpIj@n@p@D\\n@l@b"
    "@zAdCn@jB\\~Ab@BXYvAJj@`@n@|Az@hDXn@n@r@v@f@bA~@^BXHV[F}@b@e@rAS|Bk@`CG`AB",
    "kveA}~cBs@DiAUo@u@w@Iu@DwDz@mBPg@Pg@Z[\\G~@ZdBRhBPtCL^VGMdCBt@Jr@\\jBj@hCLZ`@n@Z|@Ex@Mx@Nf"
    "At@hB^XZJZKl@iBDrAJrANn@|@E`@m@v@q@HhCb@|A`@\\t@R^f@z@_@t@}@^EVp@|BHx@r@b@Or@gBHcA\\kCZgDR"
    "uCOcCa@Dg@PGGAi@Fc@~@Dh@mADwBGwFCs@]gAG}@DcAKyBYgBgBeCuBo@wI`C",
    "yuhA_fjAQ^^Cb@Zv@VTm@o@_AQo@KHO`@a@`@",
    "ohfAspfAHLb@oCeAiCWv@PlBRjAHX",
    "ebhAckiA?z@T]|@VTm@sAaEOZKb@Ip@H^Df@",
    "mohAi}`Bv@nBQaCFyAEeAe@cAKIBpAAXFrC",
    "iskAsouARVBgAy@}AGkB]p@Gv@?VnAvB",
    "qpkAabuAP`ATIHk@Nk@Gc@OSg@BArA",
    "whhAuwbBb@t@H\\\\UE_@GBI}Aq@JAn@",
    "mteAypdBWz@nAnFh@b@n@D|@gA~AD\\Q@gBg@oBoADiCyAmAh@",
    "wjeA}lfBv@r@^S\\iCIqBg@e@_@FKN[xDBn@",
    "qdeAmbdBvC`Fp@iAJk@Ii@@QOmAuA_Ai@Iu@RIt@@\\",
    "qyeAccdBpCb@bAy@Oo@q@kA{@w@w@Ww@\\O`AB~@b@`A",
    "oheAeldBHhDbBgAGmDo@o@g@{AMoBAyCO[KIKHEfFCjCr@hC",
    "gmeAiudBz@d@Hc@?oCOoAkAUGWUMMp@@pA~@tC",
    "cpdAqsbBz@TkA_HcAeCAiGgAkFcAaB}A[s@nC~@xKP@tAvE~AtCjBhB",
    "ejfAo_eAd@r@GqGSyAUcA[i@Sx@NdCp@`DEbA",
    "ufjBqotCl@o@",
    "it~@ufkAFQj@cAf@}BHy@DAjF@`FDTX`@?VYT@`@X\\p@vApIh@nC^`CVzEFd@ZkAf@kEPqBXcCj@cDt@q@^Ol@_@r"
    "Ag@b@GlFCPCzAPn@Kp@{AlBaDTs@h@a@XCL^RfCTxBVdAlAp@hAt@f@LTz@HtAPjAhBrBVn@JpBx@lCRt@",
    "}bbBolkBfFn@bGlAlBp@",
    "awp@e`yB\\`C]P[M_ADYlCFxBz@zHFlBZ`De@jBb@nCJzA@hCQfG\\zJp@dD^~@v@bDhAp@dBhGPdAIjA",
    "a}p@olxBXTUcAAi@_@qDS@ENv@vF",
    "w~p@mzwBh@`DBm@QwBWi@Ok@Cs@SXDp@\\`A",
    "y_bBwv}CqFaEqCcBeA]",
    "ck`Ac~rBNTp@m@Pw@@oD]Oy@jCa@p@b@pA",
    "yvrCus{BH?^iB\\sBlA{EViK@aEr@cFb@{HLqAQeBCe@HFZr@`@}BToBzAiFXgB@cBd@bBt@fAt@jBb@^pBR`AoC|A"
    "}ILoAKmETaE?gBDcANNFl@CfAD|@pAKlA[cAdBgAVe@zAEfA@nAd@x@`@`@ElAi@|Ar@ZJ|@@tAYlAIx@Dr@Wx@c@v"
    "BIrALvBRl@^l@lAtCd@jD^nAf@LLc@`@k@?sAIaAaAaDb@Th@l@|@tATiBJcB?yBq@uDx@xANpBGdCF|ATzB\\hAp@"
    "n@ThA`@t@?kBHmCb@oIFfAQnE?fCZjBt@pBh@NVOd@gAf@eBFcDNyA",
    "mbrCoe}Bz@nAS}Mk@pDK~ANzB",
    "oirC_m}BX`@V[^oBOmCIUMl@UbBMjAEn@",
    "}{qCmb}B~Af@p@K{AmH@gCLmBn@wA@_ATuAHeBs@_@i@x@E^GrAUtAgAnD?lBRfG\\pA",
    "_orCey|BR|AHcAGuAGo@E?Kp@Bx@",
    "iprCom|B`@DNa@Go@H{C[OM@Ij@ErADtB",
    "syqC{a~BGp@\\]Va@Lm@WWc@rA",
    "qb|B_kaCPvAP_@h@wCKiBRwCIk@s@UKFNn@]tACjCDhC",
    "wov@ep_CAXv@fAg@r@e@oB]zAOjD@\\AVE`@An@^tCjBOB}BNWXuD`@y@n@sC[e@c@JSQq@M_@SWj@",
    "gwv@wkaCJHn@sBd@a@{@qAYeA?wCMsABgAMiAPsAr@aAbBeG|C_ApAAk@i@i@B_AXmAJm@lAk@dBi@f@OZ@ZEZu@n@"
    "s@lAO`FfAjBJfIRz@",
    "c`y@cb|BNrAz@`D`Cf@pCFHk@Bg@I{@?WDWs@Yc@iAu@McAt@e@@u@y@k@}BYNHzB",
    "gnv@u``C?jCEfBDd@z@bANf@v@f@`@t@PyA`@u@B}AX^d@Sz@eAd@_Bu@OIz@k@iAHe@FELgA_A{DMwB\\cE[KgAbA"
    "_@bA?zA_@dAi@jDu@bB",
    "gav@oibCcAb@c@CUWaBHqAa@Kz@@^jD\\zCxAtA|@h@D\\_@fByD[RkAfBo@Sk@cAGs@FYSqAy@lA",
    "cuv@wk`C|@Vl@UHSQ_@i@YcAA]\\CLj@`@",
    "gnx@gy}BKR`@l@nAw@PBN}@Dk@Ci@o@^Wz@aAh@",
    "ygx@ui_Cj@|BVKM{C]WK?K`A",
    "ukx@}f}Bf@b@I{@iAeBi@wAU_@IW_@a@Ow@Bo@`@kA?u@Kg@y@QNx@WbDlAlE`A|@|@hB",
    "gaw@w|`C{A`CmAn@sAbDc@x@Gr@LnFRpCC|BRc@RsA`@o@HYy@CEcC[eBBkBbAuBn@iBfA_@bAgBf@Mn@RQ}@KqAGO"
    "a@xA",
    "krw@ms~BVFh@_@~AkCl@KOmAa@ZmAvB]z@q@l@",
    "u`x@m_~BB\\dAeFvAw@r@w@K]a@MEiALmAn@_DXkBJW@yAu@jCWzBc@xBYpEeAfAq@dBCvB",
    "qxw@mn_CCz@d@Kv@TP?Kg@e@u@As@n@iAt@wDXk@JeAl@kAIg@GG_@PeAjGCVuBdG",
    "}_y@un}Ba@PQA_A`@e@n@GRRh@x@oAr@IfA@ZOSuAo@\\",
    "aby@mm|BhAv@DaAc@u@k@~@",
    "e}xBq|pCu@Q{Au@YXYt@Ml@ArAILm@[Q`@c@h@y@f@uA_Ai@Oc@@QRG`AFpAHj@Q^eAnA]h@LjAs@xDQfASvA",
    "a{yB{_pC@iBAqAFo@f@aA@[KO_@Hg@CSYj@uAd@y@`@e@DW?OESw@o@Ei@Bq@vAgAbAZz@qAd@}@n@aAh@e@f@sAfA"
    "uAl@WAMGOQK_C@MMGe@Qu@SqA@cA|BmBzAcB~@eCj@yBAg@Ke@aBoBG]@Sb@y@j@y@Lk@ZUt@AzAgARGBMCMaA]?WR"
    "_@d@W`@y@Js@",
    "g_{BuisCq@bAyArD}BdH]rAS~AQtB[fB_CbGw@~AyA|B_@Zi@DmA@eAn@c@`@c@p@_@v@a@xCzBq@zBFfA^bAj@~@~"
    "@h@zB`@zGp@jG?xBWtBBx@TV\\p@d@rFRp@V\\D]?_At@w@Z~@RdCf@lC@XItL",
    "yjyBm}qCEe@NQN?NP?n@SHUS",
    "sayBglrCJLPMD[A_@QEMFCZ@\\",
    "uinDwxvALhCZlB@~@ExAk@`Ac@h@SrB}@`D@nB_@hC_@pGGpF_@~CRvIUjC]rBc@fFYrEe@z@kAfAqAoAw@iB}@YuA"
    "w@}@lCa@~CsCnEsAfC_AhA{@bBDbBLlAMxBGlCJjDk@bGMlEm@hEBnEFnADrBc@nCa@jBo@rBaApDm@`@g@BDrDqAd"
    "Jk@dH\\hKZbFEnBiBpG{@p@J`CFhEo@zCu@rB{@dAy@v@kAv@_BVq@vAYdAmAVa@Mk@[[n@U|@i@jDwAhD{@Zc@tAo"
    "@Tk@J{@`AaBtCyAXg@h@wAdDa@vAc@bCj@Jh@YX~By@rDeA|BqAdCoAzDSnCUx@YhEeAtBCvEc@hHe@lG[nAa@`Cc@"
    "O[i@w@~B]v@O_@`@uFUoCSQ_@Cc@rBs@zB}AlBkAfBUCFoAAuB]Q[x@q@tDIvJ?zHa@bIo@tA_@nAw@jBc@dBm@l@s"
    "CvEg@X_ABoA`Be@xAuApIg@tBuAtBe@d@y@nAStBEbAa@|Bq@tCkApAcAtDCfHc@pCW~@u@z@Un@l@dKk@lWVrFk@p"
    "FgBbLWrCMlDcA|EBpIY~CDpEnA~E|@tG@jFf@fMZzBR|DtAjMBrDKvELlETlCRbGvArK|BjHFbFNbBXzBlAhCl@x@P"
    "nAj@??X]VLh@rBfAnA|AnA`F`@vBh@pBXt@Jv@NnCh@Xb@h@OfCPzCDhBRbATWRHVd@e@HUPlAvCfAzCRdB\\`CZ~G"
    "TdDOrBBTNFHM`@f@Ff@Mp@GNBVJX^?d@h@hBhLl@pBt@lDR|CNjDR`HPlEh@dELlCDlGSlELjB?fBN`BbATv@nAnA`"
    "Cl@n@dBb@dEOxJn@hA\\jCxAfCjCbCzDhH~NhFv@j@?b@Mh@^?~@e@`A[|@q@uAUVG|CAbBNt@\\f@`@YBu@j@aCr@"
    "qBp@c@Zd@l@f@f@oCf@}Bv@Mn@@d@u@lAuAOaASeAk@YJ_BVmAz@Sh@LVz@^jB~BdC~@iAfAmBc@FgAC{@aBY}@]cC"
    "d@{Ab@cAr@{@bEjEh@\\d@f@cA`@g@Ii@z@bArAr@VbAp@|BbC~CnGdAlApA~@nBiA|@OnAoBdCkA|BsCvAkA|@OtA"
    "^pCeCnBMfAdCx@Ib@QtB{EnBmBtEw@bCwC`BcHzDoIp@yBVwB@}AYsDa@qDEcBdAmIbB}Hl@aBzBsEpB}C\\sAFi@u"
    "@RW_Ae@U[tAa@N?oCSeAL]H[p@_@v@n@h@|@v@r@Tv@x@@VLrBhBfA@pBc@c@qCm@uAe@cB{@yIHmH\\yB~AyFj@wC"
    "t@_DXzAN`Br@jCXxHbB|MdADz@SfBv@dA`A~@?b@Rl@OiAuJ}@HeAM]Dm@Cc@kDU_EL{BD_CMqCEiBuA{IiAqDsAoC"
    "HgCZiDFaCg@g@e@qAj@uJZmBj@mB?lCCjCz@pDnA~Br@vBp@nG~@dFz@tAt@Pt@b@rAxArAlAz@bBr@t@jDjMnAvCN"
    "|@^r@EhAYn@YjENj@ZUdAqBj@h@b@l@zAqEf@o@n@sAr@gATId@NCw@Ym@UKi@bAo@z@[BKWl@kF\\oEL{@d@sEP{@"
    "nAsCtAoDToE^eCf@sA|@kAhD[dAuEh@iG_@Qe@CMqAH_CfD{CnAeDbAeA|@[rADhBEzFeGz@GrDpA|@MpGeJtDkDz@"
    "]lA]~@h@j@d@zAj@jJ[vHv@pEd@dCn@~EtEhGlEvE`BdE`CbCd@fDNdJ_AxBn@`EnFx@x@lB`AxGtH`C`ArATfA~@~"
    "@bCxAlJt@jDxBrGlAzAnAKvA~AjAeB|@QbBFzIrBp@gC~@SvBDrDg@fIp@|Cv@|@p@rB_@dEl@dAjAr@dAdBrHnBdB"
    "|A@dBVpEfHrE~GfA\\nAn@fBVr@XrFiAxCG`Ek@dDmC~BoApCuHvAsB~CkCl@Bd@d@`AaB@_CPkBA{GImIy@jAm@fA"
    "aBCwA{Bq@wDi@mED{E\\aKSqA]_@I_EGoQT}EfCcMxAiK~@oDv@}Gl@kKLgELqJOqEFyBv@mI~BwHRsB?yB\\mCdB}"
    "GfBuFPwBRqNd@cFpD}PnEoNx@kEXcAOGUXYp@MBKi@@}AGs@QZUhBaArGSjCsAh@Yc@]gAIaEh@wAf@e@~@oCh@eF`"
    "AuE?kA]w@q@\\m@zBq@pBFfEFt@Cl@Qj@W`@Yq@UsBMLc@hG[fAu@rAo@_AUw@F{DMuDFeCxBaJnBsLbAyEv@gIb@o"
    "Bn@wD@oECmCe@mHc@}CoBiJE{C?uBOsD?}BNuBl@gE}@aJyAcMc@aAw@}@I|AXxHe@`DJvDc@]u@c@i@_BU{AeBoJ{"
    "@iCqAcBiDyBaD_DmAyCaBcCcAqC_AaBkImJw@cAgAGwAJoASuArA}@HyC{AqAoAmCqD}@q@oCw@cDiAcEsHkCR}B\\"
    "eB{AmFw@cCmAwFkEaAeAcBqCwAuDuAuFu@{EUqBs@sDa@mC[cA_B_BmCmGm@w@GuA\\o@d@]X}GVeE@iCIcCw@mEe@"
    "wAw@eBq@_@i@yAcAwA]yAi@uDe@iC]Dw@~He@hDeAfE_AfHu@dCYvASf@Ew@DaAY_FJ}CC}@KWYNq@vAY^QE@oCYyA"
    "H}@j@BPmAb@wAh@_An@sCNw@S[]BY}@IsATiCWq@k@LgAxE_@UYwAm@Wo@N]|@_A~@sAGk@NyAKk@RFa@p@g@t@G~@"
    "BZi@HmBOoAIa@i@Le@CCiBM_BUmA?iAVRv@jDZkCf@iBGyCWwCc@S_@Vm@yAYcADw@Ei@_@J{BhCWfAY[GmA@mAZH~"
    "@ELk@Ee@\\{Ai@y@a@CYg@?u@GWS`@_AL}@dA]NKe@CqAlAqA@oA`@}A?yAo@mAIiA]]u@?e@_Ai@UKkC@_BQWi@f@"
    "JlB?hBJx@OCIWQeAk@ZKhAEhAUV]oBi@]@mCOeBCkAYe@EoARw@JeBc@Uc@p@Y~BOx@U_@MsAk@q@k@bAo@~A}@sAw"
    "@yCH}AGaBeAs@y@d@q@fBkBlA{AnBg@fAoArBq@vBcAtEcDdGIl@TtARnBV|DDtGWSWcBYR[~@C}@Pc@\\_C?cAWw@"
    "e@_Ag@k@Yc@Co@c@m@w@O_@FkFtBy@vBEpCUr@M{ABgESg@}@\\k@f@{@bCK~@Yh@G{@JuAFcBKuAgAEm@ST_@\\Kp"
    "@oA`@sAu@sA@Sp@@bAoAx@oBk@mEyAiEq@cACcAW{BOiBCsAUuAw@qAiA]c@_@c@kA_@{AbAsDEcBKuBsAuAk@_F]a"
    "@aADYSBqDEeA[[c@VUlAq@fAQg@FmADeBm@Ue@EAqADaAO[_BMYcAMy@K^ObCu@jA_D@yAu@e@^{@X_A}@g@o@aA|@"
    "U~@OiCg@o@g@[s@VSGl@eBA{A@iCG{BOyAlBuDlB[nAd@`@]fAoCbAu@Bc@qAgB_@Po@`B[`@WGMkAUg@g@V{BbDcA"
    "~Cc@i@}@yAy@Pa@t@q@`Eg@~A_BXo@d@q@~@aAEkCVaCzBu@lA_ATc@\\cAHiBwAo@nAUv@_BfBiB^iAiBmBmAkAwB"
    "w@y@u@aBSBj@zABr@a@TBZl@dAx@nBAbAUb@YOc@w@m@_@e@l@M~C[hB{@Le@?e@sCR}BV[Km@_BoEu@De@jE}@hB_"
    "AGa@Z[xBbFtNHv@]xAKhBhA~FZJXeAd@k@b@^b@PbClC?lJa@xERlCd@zFj@|A`@z@pBvIb@pAd@tBKnBMlAk@vAeD"
    "vDkA~BcCvC]hBQtA}A`BcAz@SOMSO?QJBjADh@Et@o@bAkAAk@Oq@fAk@n@gA~A}BrBaBjAsBvGwA`DaBtBoCpAaAM"
    "kB~AiBj@w@bCQbBElAs@vDkBz@iCvDqBpA[n@q@x@_B@gD{AkA}AeBsCm@_G[mEmCgLg@qEc@wG]mDH}D_@wIgAyMY"
    "}CLkFj@wLSyCSsE^yC^iBBuCa@wG]sC_@_EPkJcA}BY_As@?WZEgARcAFmANg@^MXi@d@k@EaDaAwHc@wBUp@[f@Cy"
    "AH{Aq@oHu@}KOwJwAgAm@}AYmBq@?a@n@TpAF|@}A|C_@vBMpBQjBGnC?dFKxEa@bA]j@k@D}@b@",
    "qusDahgAL^Xy@NkEKuB[mBE{@J{BsAmCSiAG_B\\gBVSSy@W]QKMHIjEa@fADbBrBdO^`E@nA",
    "}ilDorqAh@dBTMRt@f@XV?j@XF_@GeBe@oBc@eA{A_@gAq@GFs@`CjAN\\p@",
    "myjDevtAWn@YCWiBMNIXGl@`@nANJLl@VpCAn@Up@u@j@YSIDHfATt@fAW~@FfBs@t@ENS_@i@Sw@HeCGgD{@qA[sA"
    "g@s@YDBr@IxA",
    "{lgDubwAm@ZSd@Mh@Ap@x@TfBiAdB|@\\?Rk@OyBe@P_@k@DeCPiAu@gCWYW?U~ACdBY~AObB",
    "sogDsmwAiAHyAuAi@b@QGaAqAi@W]{@[`A_AjAUnAYd@IVf@rADxAh@Ep@rC|DvFhDsEhAmCn@eEHcDReBG[IKM@q@"
    "nBW\\_@nA",
    "}`~Ce}fALn@jBgJ\\uFSk@SK_ArISlA?nAGVSzA",
    "whkDo`|@eCZs@i@_A`@k@nB^t@\\F`Bm@zAb@Xl@PdBnAv@b@}@~Ak@`@~@bAQ~@ZtAOzAqBZs@U}A_@cA{FaBeCqA"
    "mBL]P[h@RjA@P",
    "wqoDiby@rAjA\\a@Ay@EYgACa@l@",
    "wnoDm}x@Sv@CTn@k@lAHo@oAg@NMR",
    "ooqDslmAJJR?XUWsCKlAW~@@N",
    "smqDwqmAJDLKIo@Me@S[DfBJN",
    "_trDmyiAS\\OCOPDjAYrAKz@Rn@JN\\g@rAqFMqAo@b@",
    "airDockAN@LSKm@A_ASRMxAPP",
    "{~qDehkARb@JsAAwAS]IrB?p@",
    "q}sDkkeAn@zHLEPo@AuDSsBo@RIN",
    "{{sDwoeAJPVmBFoBIeB[USFTzDGbC",
    "_zmDwexAl@`A\\c@FgAC_@e@w@i@`C",
    "c{mDgxxA`@fA`@UJg@Ky@m@IUx@",
    "cxmDsyxAL^VcA[oAWd@LlA",
    "o_pDyvoAKlBWrAHv@Lh@b@e@VeBh@qAHm@q@BWOIQOD",
    "mwjDomwAf@dA@s@Si@q@gDUg@KUI}@A{A[MTpEnArE",
    "}rjDmewAvAtAo@sBeBgBOWBp@r@tATT",
    "a`kDcorAVt@\\w@Dy@VOKu@KMKaA_@lAAtAMl@",
    "a|jDytrAHF?_BOo@GbBLb@",
    "iwjDotrA`@BFEDq@Im@c@KMJJ`B",
    "cilD__qATRDo@[o@QcAe@z@Ez@|@V",
    "eqjDmutALJp@U?i@E]MS_@qAUn@I`BRd@",
    "}qhDgpwAJPj@qDKu@P{A]IWcAG^A|BQfARxC",
    "qqdDgzsAb@fAVy@MsBWg@SR@xAC^",
    "cgdDu|rAT`@RI?m@To@Kw@G[QBEl@Wr@Br@",
    "gh_DwzlA`@xAd@QDm@YiAk@yAMv@DpA",
    "ajoDwjv@_ABc@[_@Be@`Ak@b@_@EYJWn@{@f@[XUf@Y^aDjBqBr@mCWi@]i@k@a@f@a@~@DcAK{@a@m@g@]_AB}@M["
    "Y[Ce@`@e@PYk@i@eBWc@mB^]?u@iBa@@eBrAk@hBD`ECbAGbACdCJdC@fBEfBDbEO~BFvA?h@Md@Gj@Dv@E~@Dt@TG"
    "Fi@Cs@Bk@Je@f@k@KYSWLy@Xn@N`AITNP`@jAVdBHbBAfBRnAZlAD`BAtDUdDM`FR\\z@LZ\\n@qB\\sBUo@o@ZOYC"
    "_@B]z@_A`A]Td@GlBDXn@h@V_D|@wBAx@YbB@h@Hx@XRHl@?~@HdBf@l@~AqBFd@A`@q@`AVp@Nx@ZvCl@~BTFhASr"
    "AkBjAJzBGnAf@PuBNi@Ec@_AYaA@Jm@NO\\HpAe@x@Nd@w@bA_Ef@yAVc@XQP[xByLNeBTaG_BzBc@lAQbB_@yBDe@"
    "tAqCJi@Bq@Rp@`@DMeBJeBdB}ElAqEjAcGD_@@w@b@mDRaCFoBa@cFE_Cu@x@}BhA",
    "uvnD{bw@NBJ_AE}AZyAO{A@cBIk@_@o@EuA[Cq@`AQhDFdBQzANnAh@~@z@j@",
    "k}pDyow@cBnEq@`@OTBxATf@g@r@D`@FAn@dAx@`@PWNa@Jm@hAuDGq@NkAb@DVm@g@k@s@yBc@b@",
    "erpDwls@XtBh@Sj@RXoA?S_@RKYGa@IGGo@[y@O?QjAEz@",
    "e_qDoet@\\HJCA{@BYYu@g@XMf@d@`@A`@",
    "qspDkrs@`@?LIDy@TWKQCc@Mg@Yj@SlC",
    "qeoDytv@R|ATwBWOQi@CDBlA",
    "acqD_|v@s@bA]jAf@|@ZJPgAx@X|@El@u@D[[[kA@gAy@",
    "oaqDotv@ZvA`@w@BYi@SM@IJ",
    "gzvDouf@Pl@Ds@a@cFa@g@DvBd@xC",
    "m_zCkmxANpAZm@`@ME{@[IMASUIfA",
    "eeuCqpvAGBGECFLHFSB_@@]C??JAHAP@JAL",
    "qfuCcpvADDDE@A?EEAECAIAMAL?JBJ",
    "sshCcnh@bAv@bAAZi@j@gCZGNe@@O]Im@d@mB^oAhA{@VVRn@F",
    "qw{DmrcAKJIDEH?PDRDF@B@@?D?BBODKD?BJ@?@K@K@IAIEI?GBCDBGQID",
    "uucDygvA?JJA?KK@",
    "qaaAcv_AJhB[fMN~@ZhA^Bd@KXl@PfEp@rLGdBi@fDMhBKpAIvCVbATJZd@_@xDYtAkAlD_HrFwBnCgC`EiAfEEdDj"
    "BvFJlEUpCg@fCgBnDmA~@gBGQp@Ih@ObJ@dC\\xBfErPjDvI|@zDTjEt@~AfHrHjMpGrJlCrAn@tQzCrBTtCMxBRfC"
    "i@xBq@bAyBpAMTz@g@zCPxDUjBo@Tm@t@i@hAdAFYx@]b@BxBXfHbA~@PNT~@h@zGLvDQtBqAvF\\`Dr@vA~ErDxAf"
    "AjCp@bFFrAK`EcDpCaBbCmA~Bm@QWGi@b@WXErAtAb@tAHjA@vDOvC{@xJElEZbGg@vCo@bAoBbAi@l@o@EMPF^Z`A"
    "AdAsARuAM{A_@Uo@?cBhBQKc@qAi@iBaAu@Mc@l@Wh@_@jBQlCAjDL`DLv@ZdA|DtAr@Up@yBN}Bh@sAzAcAxARxAt"
    "BvAd@\\hB{EjDgBn@a@?a@T\\~@^f@|CvAbA|@pAvBpBfG`@v@PbAJtDe@jHf@|BWjCJ|Af@dC~CrEZzCw@xABnAPf"
    "A`A?nFo@vAlApA`BTl@ZZdDr@^`@nDnJjAdFxA~EV|ADbCMtBKvA_@nBaA~BsIfOeAl@iJv@oAfAm@rBQdBR~FTpAf"
    "@fAtA|AdBp@[b@i@C{A_@e@^]bBv@h@Pn@f@jApEfHnBxAfBtBjCxBt@bAhApCnB|CxBrIB`AQj@bArQVdAn@hA`Cz"
    "B|@LpAeAl@kAj@}Bv@cC@l@QnAJrAjCd@b@f@}BQuAXc@\\_@~@]jAVh@dAb@vA~@hBrBx@fCX~AZbEF~Bj@bBdAvA"
    "CTo@m@c@M_@tBk@lFSbDBp@J`AxANlAAx@\\]\\u@KiAfAqA]e@l@Yj@}BvImBrEu@|BXx@",
    "ol{@q_i@_@p@aCjFa@~ASnBr@eAt@f@XbAVfA?r@Ql@u@d@_CLILiAxGe@~@k@p@eBnCaBxCsBrC{BpBqBrAkBhBsB"
    "pC}BjBeChAiC~@qEY_AFg@l@f@~Br@dBdAh@fANbAA`AS|@Jx@h@|@T~@B|@b@~@X~@UfDeBlBWpJg@tBWtBc@|@?x"
    "ATdAART",
    "is}@guf@}@XyBS_A?[HKLsAUc@@Hp@jAn@^SbDBfAp@\\?fAfAr@m@Li@c@y@c@AWWQi@",
    "wa_A{dx@EfA\\GbAeAVaAB[eA\\_@ZQh@",
    "od_AqlwBPl@|@QJy@@g@e@qAk@b@Qd@KF?`@DVJJ",
    "_d_A{_xBF\\l@w@LeBAUEKQRWFO`@AbB",
    "_hgByw}AF_@VqBMkBMqANcDb@sCf@yDJc@",
    "y_gBczpAUsLU_E?gFLsQLqAH_Bu@iA[u@e@cBYiC_@qHsB_Uu@qTeAeIYmJ_EwMo@aHcBoCkCuCeBmGo@{Dw@eJ@uJ"
    "c@sNFoCr@eEHmCn@kCt@iBV{DxAiHXeEh@mCFoDTyDj@wDj@qE?_A[oAWYFf@Nl@Cd@gDoJKgADqA@aBGqB~CgT~Bw"
    "RR}HfDcL`AqGd@_E\\gAKc@i@IaBk@aCo@yBoBa@o@",
    "mm_B_wkCoBTy@IeCeBgBiCqAgAiAuC_A_B_BgBoG}Ei@AyAp@mAOu@mAy@yDwAqBqBsBwCkBcBeB_DuAmKw@kEo@kC"
    "HkC_DeAs@oHKoCsB_P?aAd@aA~@oBtCu@`@gA_@gDoC{DiAeBsAk@{BwAm@q@|AcE~AwBYs@]PmC}Bd@aBbAeBhCaA"
    "ZwB}@yF_@",
    "eokBy|pC@gBPqA|@eEjE_En@uATgAReASASPYTIc@JiAr@mDBo@YsCi@cD@eEMuCNaBDwB]}C[g@Oq@AiD|@mAdAO",
    "gzgAgd`@yBZ}@h@On@gAPIHMZG\\@f@zB_BjDEf@cAvAf@HY?a@Ko@w@R_AY",
    "epo@izVD@J?F?F@D@D?@??ABCDIBI@IAMEE?G?IAIAI?EAACAI?E?I@E@EBGHEJ?DAD?FAHAF@LBLB@@?",
    "??opaE?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW"
    "?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW"
    "?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW"
    "?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW"
    "?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW"
    "?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW"
    "?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW"
    "?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW"
    "?lW?lW?jW?lW?lW?jW?lW?jW?lW?lW?jW?lW?lW?jW?lW?jW?lW?",
    "?ijE}ZOqDN{Dp@}KBcKTcB`AaCf@qGa@{EQqDAmr@zAus@`DwIr@sHxBcIQyz@|AgH?sc@bBc_AbFqDFaEEdB{B~Do"
    "B`GoAgDWoJAhAy@hE_@zUe@lzA_H~@Qh@WjAYvB[|LOxBYx@_@]Ma@DgTYkA_@CUb@OtBSpG_BvAi@m@aAw@[qEU}@"
    "k@f@oA`N_DbIy@tEf@tK@tNRfCUjC_AbDqBrA]~C}ArE{A`b@}EbE{@zj@}Ix@{@b@_AgSlCyB?oCc@mBHuCc@gDQu"
    "LlBsZpDkF|@}Bj@gBLeB^}BQkANwDIeYSkINeKtAuClCoB~@uEq@sD{@yIq@oBRyDhAqEzByZa@uJDiGv@i]yDuCg@"
    "}EaCtDg@`CMp@aAwAYwGc@_Pw@aIu@kDkCaVyEiF_BwE}CbNyHnMoGsCsAqCaAeAs@y@iAvCyAlCaAhF_AnZyCjHaA"
    "wBeB_DmAqIa@mbAwB}bAsCu@iA~GwAtFUxAY`@w@@kAZKzAGfKwApAa@`CqA`@_AmAcDwBeAoEe@uCMaM@oDSiAULm"
    "Ap@c@@o@kA[}A@Yy@r@}AdCq@~IuA~WaCtHaBpDkArCwAtCi@fBm@Uw@n@wAx@O|Fd@dMSjPqA~J}AtN}FdE}BqCwA"
    "_Dw@{SaCcBk@gCsB~Eo@|DBfD_@jTG`KNbIoCpFmCbAgAr@_CqA{DcAeCFeDQaFsBkAyAMqElDsDLeGa@eDyAwAa@a"
    "DGwHf@mCO_DFuNrBmBt@{@h@Qz@}@|@uE\\uQa@{CLgLhDgJtD{Bl@kE\\gAY}@cAaEsAsLgBgBgBx@w@fD{@dBSv@"
    "cAC}Aa@yAqBUoExBcGpByANeACaCg@{C]iHrFoDN{E@i@e@X_Ab@eAl@ID_A_B{@aAYXk@hBaA|@Kv@[Qm@eASaBcA"
    "\\mACeBf@u@fFiBpImDxHmAzT|@vFg@`Dm@nD{@mE_AwEk@_Ag@qAoA_By@mAO_G\\aQvEyBVkK`BmBDgCUlB_BxBc"
    "A`H_E_@{A{DwCiNKuEu@uGsBeJ_EsHW_K{@aCj@gIxDmE~@eADiAE`EgF}B[_DYcCy@aBo@oI}EkH}@sY_BcHvAuFH"
    "u@Yq@uBaCeFmBqAqJuAaHBoE|AaE|@qDZsDAkGu@cJQeD[_Er@wMPmJhAaF?qHgAeDIuQsBsMWaJr@{P_@cQViFh@w"
    "g@Yk_@mBmCe@}EwByBmBqAa@mDKiHVyKpA_J]aTl@_Ae@_AoEmBiI}AaByCXqMzDInAn@x@jATT~C}@l@gBMaAdApC"
    "vBfBbA`A\\l@dF|@jAFrAcB?cBc@wAGwG{@}NeAgDa@_BK}@m@tAqBZ}As@mALeCn@gCaBcB{AT}COyAp@iCj@cCT}"
    "BxAi@bEd@fE`CpCpFbCpGpEy@bBmCa@iRHmKOyFV{Ht@yFlAiHNyD]mDf@eTgDsG_B}Cn@_Gg@mCb@iG{@gDEaEVoQ"
    "Jk@lBsDdDqC~@yD[eCq@sEPqHeAqHT_CKy@m@q@eB|Aw@jGgAtFsClB_@nDPpAYvAo@qBy@kCyDx@gD`Ac@`DDbEz@"
    "lAi@~BUp@{CfCcHfAsAvEkAxDe@rDo@t@sBa@}CwEa@oENsB\\eCJyC^cBl@oAXuC?gOi@eA]}@w@mBMeBFsCa@hDm"
    "@tDwApGiBdFy@`Lg@tELdCU|MJ`Ci@zAsB`CsGb@oCwAu@y@{@mCEmEVcAZq@tAp@vA`Al@g@h@qEJgBXyAHaEg@{G"
    "OmCf@iD\\yFo@yZXkBJkBnA{An@aBSaHzAyCfA}Cb@eCHuCQcE{@aDWsBTuFJ{DfAqC]yCqAgNy@eINsQrCiCLoGwA"
    "wAoCJaDmAe@aAPwBoBcDHeBR}@gAw@yCaEKkCVwD`B?pAjAtA|BtEmA|BuBKuCXuDu@sBAiExDgCHiBIwIgDcBQyBj"
    "AqDpD{CdBcF~@eEPgFrA_CdAcH?{B\\_JnC_IgAeDaAoAyBf@uDLwDo@kAsAM}JlEV{B^}A`BcDMyBqAe@_D~@_E^}"
    "CfAuH~FcB~EqEv@qCIeDc@}E_@kDH}Ci@o@xBrCnDx@pBo@\\yAYiAc@aGPoEoAqD[gDsAiCFiBLoC`AiCc@qALoBB"
    "qQaHeCDiDQuEcAeD]gC@qFiBaKLcEw@}J_A_GiAgMcEwDsBgEaG}BaGkCuIbA}EhAaB|@kBpC}Ef@uGMeGr@uFr@uD"
    "jBoHbCeExCiG?qFd@}DzAgCf@kBgAUaAa@qDi@iLhAe@kBkBoAkAcBXyC|A}@nBaCs@gByA?k@qB`@oBi@kCqAsDw@"
    "aAdBkB~AkCWkBo@qBy@_DoAqBs@g@Le@xBg@nBGhEfA^MHe@JmAS}D_@sD[YoAUkAiCeAGk@l@MtDWh@FvAc@\\k@w"
    "@qA[_@|@]\\Ms@HsCL{@H_BQm@SiA`@{CKy@iA}Ac@QeA?}B|@{@Bk@[[{@UcEt@eA?}@_@g@w@gCsAGqAJoAYZw@V"
    "uAyAi@y@KyCt@{@\\w@eAPcAz@e@H{@MmA_Bf@UOYcANa@Jk@}BIQQYu@e@QoB@W[K{@|@MlAy@J_DQqBeAcBsAcA{"
    "Cz@wBMo@z@aANOcA\\{@RaB_EuB}@RkA[ZyAi@qBu@Oe@bBs@Ry@WmCsBeAQeAEgAcAQoAg@w@{BkAq@u@mB}DRo@_"
    "@g@eIkD_DOiGgBaDyBeBq@yAgCmBU_G}A_EyCiGiB{BHq@^_@|Bs@xCoAjA\\bAjAGpANPkA]w@\\q@hAJ`BX`Ad@t"
    "ApAbAl@`FxBrCnDhBxD~@|B|AHTl@e@b@]NeALJt@n@LEj@q@~@IzAx@LvAaBbBIlAm@p@aAn@Lb@|AUfBh@|@n@[P"
    "{Bl@U~@AxCdCv@BZbAxAjAx@|@lCjEnAtAvCn@z@Eb@St@Mv@APt@wAnDn@z@hBCr@q@h@n@`@l@`@bAs@nCqA~@{@"
    "JUt@`CTvA|Bf@vAl@jAEvAcAbC{A|A{AFwB][YuBMs@{Ae@Ea@Nu@B]{@g@Uw@NkBA]t@`@z@`ArA|@m@t@F\\j@y@"
    "|ATrAn@rAx@u@FyAnAu@lAWr@|ApAXJjB`@bBn@]P{BdCcBdAMjCXn@Av@Tf@rAy@|@SrA@|@JVHr@_AhAAbBp@Ah@"
    "]`DcGdBsBj@eBhBWjAAzAh@c@n@QfAv@\\dAnBl@~AZRb@v@uCxBUn@GpAn@j@nBPdEuAtAA\\{@j@FXdB^xAn@z@M"
    "zAe@T\\d@|@\\h@b@{A`@Q\\Cj@nC^|AFv@c@r@P`@x@HlAI~AQbAMXOx@tArCH^DbAi@|@_@zAl@l@p@|As@PwAB_"
    "BKoCqAg@MQ^Kp@b@n@bGfCn@x@aA^eCDs@j@^n@n@l@v@jBm@f@oC~@eGrAaEZj@aBDwBgCaBeA_@cIy@wA@cAXXp@"
    "hAQ`C^fEjBb@l@MrAiDbAu@t@hA`DKfBuApBqB`Cw@tAuAp@kCxBkAxBWvGqBfFeChBOzAj@zApBu@~@t@V`BoAbA_"
    "CrAsGGGzA~@t@p@bA|@d@fBVXpAk@rBoCs@iBEmBRa@xCaC|D_@xAVtAnAXp@bAfAx@pA^vC|C`ANZ^aCNyABaE_Ci"
    "AZo@rAW`Bn@rApIp@bDl@nDbCiE|@sCUiAVeBl@oBWwAo@aA@}@VGpAGnCMjBb@fAnDr@~BABvC_EpBwB{@iB\\?tD"
    "qAhEgAJ{@{AkA?]jB`@tDx@bBzCi@vA_@dAbArBx@dBFxAyAfBcAdDa@zCOs@lAeAl@[hCw@nCaCe@sDpAoBtAo@pB"
    "|@tDdBbA~@^nBeAlA?pA^ZrAt@f@_HDyATaAjAfBbB|DOpAd@dAfA{Gj@uBWyDkAk@jAhAjA~AxBfEd@tC@bEk@r@Y"
    "pAMEhAs@r@cCzDUfAh@bBrBhA`CZjB_AlAuDbBu@dBOz@FEzAW`Bf@dAvAc@pB^hBt@~Az@cEZaCD{AzA`@l@nDRjD"
    "f@hFbBkDh@aDAqBH}APYt@x@z@~JrCpKtDrCx@xC^dJzC`FfAzRlB`^tGpIdEbBvC~@T|Dr@|DVtNN`OiA~KO`FVbW"
    "cC`BDvBV~A?fAQzCGlOr@t@pAaAvC_EvD_IbIkDdAiBhAgEtA_MBcRbA{I|@JvBpEdF`CvAtH~ChLnAdIW`QaCrUwB"
    "r`@qBjFs@tGs@|Ct@vBp@hGBmAl@q`@tHs[`FkBx@aCf@JnCr@pBrDbBrMDhQnAbH@`HmAhRaFxJgDfG_EtDwCjEuC"
    "M|Ac@|AcBrBqC|BIp@dAFhB{@xAv@^`Ae@vAw@rAyDzD_Dp@sEpBcOrEwAfA{CzC_@tBwCrBgBP}AC_@cBDyBg@]sC"
    "]aKh@ir@V{CdA}@xAi@xDlD~EtB~A`Ex@nDl@hGPdPOxO?aLjBuKvAsPO_FWaEi@qAhAyCzCyAp@}@r@uAhDa@bBsA"
    "rB{@`BwA`AuC\\cDw@}HYsHxAeEZgGiAqEgByL}AqAg@wB_@uDFgAV{AdBuAjC}BdAeCp@kAD{Fj@gIi@qCh@WnAmA"
    "~@aBTqh@fJiMdAaUb@cPBkATiBdApEn@~EDpIQvBH`GSdCLxBUtDp@jId@iAt@{BJ{FRwII]tAzHR~SPdALr@j@cBT"
    "}@V_@|@fA|CoBlBmAPqAOmCj@iCz@cHByIoAiD@gMq@}KFaQ_B_B@wAJ~CvAdUzE|Fh@dBZy@jB{AnB{DvBuBpDqBd"
    "@{EqAu@|@IxBx@`BhAv@r@t@`@fA{A|@uFd@eILmH@yDPiTcKqG{DeCmAoBy@_QmFeCgAwCiByGOaKkDuIcCgCYeBI"
    "wB[kHHuEU{JsAaHu@sHm@{IG}[wAgGd@cHzA}DAyF[kDc@mAhBg@hCrA~BjCnAd@bC}D`AwES{K_AgIsAyAw@_CNyE"
    "eAoGcHuIeH_H{DyD{EyC}BkD_BsBo@gGIyJwCePmDeLrA}L|B{EeBmDQsCm@sCa@iByAmCkAkBmB}Ou@wPgAkAYiAL"
    "cESyF{@wISsDDcDaDgIa@}I_AqCo@qBKiwA}ByB}@wFq@}AyBzJq@rBs@`CMjAPfIMlpA{Dt@OxAqBQqElAaDtDk@z"
    "DBlFRrRvAxFF|SgCxLyC`Hq@nEgB`EoALuDm@iDuJkNiFkF{CQmCiBqCmFuBoBmGcCuBa@gLaDsBC}DXwEqCqSwHuC"
    "uBuDeAsOgG{M_CkFe@_HmA_IuBuGqBa^yEsQy@uK_A_Hd@}GKuFy@qBm@eDuBgPv@cJoAsCG{Cc@|@i@v@Ev@w@hAs"
    "BiAqCw@gAcDyAuA_CoA{DmGqJkAs@kDOqCHeDCcL~AmAe@eCkBoBgCoFgEm@{@RaBfJh@nG`AdGc@`@w@w@i@aBOe@"
    "cAxAw@`D_@fAi@EeBg@uCwAi@gA}@_EqEqB_AgIy@{JvAwAW{AuB|AsDfAcA?{@gEZyDf@yEGaGsDiJuCoD}@{Cc@s"
    "AwC{B_H{AuC@yAZkA|ATtAHhEkAxFyBjAgCb@yBmAaAkAg@qAIqCp@yDzB{An@iBzAoAG}A_CkAiD_As@aBw@kBqAn"
    "@oArBi@No@q@u@}AKuBtB_DlAmBX}A~@sCvEqDdJqAB{C_@gDMoBeBW_Gk@sBNuBjAwB`AwAKaAw@o@iAO_Co@eEv@"
    "kBHaD_@gDeAkDq@eCd@y@~B`A`CjB~A`BtBX~BCdA}AP_YOmBJoC?{Ch@gGOkFm@oB?aEh@iCvA}GYoA[mAuBqAU_B"
    "~A]zEk@fByB|AwBoAmA_B{DyDuEmCcDsAoKkCeEwAcKwBsN_A{ZwEeHW_Nw@uF{@yFm@yC_D}IxBwBLcD_BsDmFeG`"
    "BuCxCyDvB_LnEcCn@sGh@iAa@aCiCeCgEsAsAyBeAiCmBb@{@lASfA_@Qy@sFM_ChEcC`A_D`AsJs@}HCsGf@gCEyB"
    "wCeEw@oBbAeA~E}F|@sOdB{@YaAuBm@oCkBWiCmAiAJgB|Ab@bFx@pEeAhD}@|AoANeCBcDKeBFiOsA_A{DsAuEmEo"
    "GoAR}@ZkCdCsAbAQ`BzA|AY|@{Ap@gHpA_BOmCuAoCiDmAcEyBHuBf@qAdB?`EqBbC{ArAoFxA_GTsDt@cHSmC{@{A"
    "O_Do@gDqBgBm@_KgBaHqBsHkEkHyBkM}@_CYoD@qLqCcDsA{A]gBgBw@kEk@}BFyBf@_DzAmC|AoEi@mFiAaB_EkB}"
    "DUwEL{DTOdBpAlBfBjB|@l@UzAgCLiHSuArAsEnJs@lDiAp@sBWyF@mDYmCAiAPkArAoC`BoCgAgBa@}BFeEpBeEhG"
    "uEdCMuAZiBwA}AiB}CyCmEyBqE]aHy@mFaBqB_BiAuCkAwDOoDkD{BeAcG}AeI}AcFeGmA_@sBi@uEOyIsAkBKuDaA"
    "_D{CsBk@oEDoDwAsCCgCk@SaB~@aA@uAkAoB{@i@sDFuC~AmBB[t@~AbA~@xBmBhBaBfAuBMmC_AkCl@}@`B?vC]pA"
    "aBgAu@wCNaEEwBiFaE{AqCbD]rBR~@u@hAqCiEyBgFBeCfB_HdD_DCoCX]s@t@sFEgCvBkA`@mDq@uDmCeBaEo@_Lw"
    "GmB{@qGy@_I[mKcBeUbA}Dh@uBv@qBxAsCrCuEzDuGz@mAx@eB~ClBfBxAHlD}@vB_ArAXqAlByAbAMzAn@bCfIbGc"
    "EhAuB{@kBmBmBq@iAScGCsCk@oB^mBdAaDdAgFjA}GdH}E]wB_AuISeH`CeDn@_Nf@}GrAuDcByBg@_GSaCRcJjBuR"
    "lBqLx@}J@uDn@kIr@}Bf@}H_@sCi@kC}AmATu@tB\\hEy@hCm@hCaApBi@`B\\pAzAhA~B|CGhCu@vA~@hBo@rCGxA"
    "j@fAbBj@hDDvAh@LlBk@pAaBj@[vALbCj@nBxAr@`BJtDWbCiArA`A|@bA|DxCvAfBpAlBwE|@}ClBwIKmBo@qCs@m"
    "AHo@nBZpDDhClDzJx@~@pAfB~ApAlAf@tCvBzAxEbBrDpCrHrAhIb@dEv@lEzB`JnAz@hCnCg@~AkBHcCTqDhAkFwC"
    "{B_BY_EXaEkAqBmD{CyKoBsAKgCe@wBkCiBkCyDwAyCoCWeB_AU_EcBq@iA{@w@i@}BOkFo@qD}AkFkAkDiAkBeEy@"
    "uAaAqBqCmAwAHsDk@eDyBcB{CwDcEYsC_B}C`A}DzAaI[wCh@uBq@gBmCe@mDyBcBiC@cFmDkFyC_Ec@yCwBmBkEuB"
    "}CqCuCg@iG{AeCiDuBmC_AsQgEiMcCmMcDmC@yDyAqHCoAGiByDcFkDmCw@sDsCqCMmEXmDf@{C@aF{B_JSkB{@kAs"
    "@qNmDyD`@gG]_DFwCT_EDkI}@kCg@gGwCcHc@_Cg@cDa@eCx@_Bt@y@JmAH}D{@}CNiE`AeCt@eA?{Bo@wCwBmCo@e"
    "C\\{Ap@aDbA{FIoFYiEw@mD{@_DzAwD`@iHaDqBb@mAh@_ARmAfC{GY{FqBwEuAqEw@eDmAsFgHB{Aa@w@s@WcK@wB"
    "W}CmAqGz@eG|AcAIiBAyDx@qEpByD\\aWzGsLdA{E|Aw@^_A~AsBH{Ae@yBpCgHlBsHt@gEuAsIuFgBmBRsFqDoGmH"
    "eCwJeAgF{@sHw@sCx@kAh@qBp@gCvCsEvI}CzBiCHwBR}BlAsDpFjBvEzAnAfKzAjDhAtCl@h@rD}@rAaDi@}DSsCc"
    "@gCw@uBoAwGi@uDcAcDg@qBeAsBHsBbA{AEwFTsBq@eBCgBd@kBr@kBLkC_@cEsAyF{AiF]w@@o@PhFhBtJnCfEhCu"
    "Bx@_UyC_IsB{Gs@eAe@gFsDsAo@yF_AeIcAwFmAgDoA}BGaBx@}B`A{BOwC}@iBoC}@iBqBc@qC_@uBb@_EjAeCf@s"
    "BlHoGhGaBdAmFY_GfBmBMgB]}ARkC_AqCmIeCeIcCoCoA{@cB[yCcAoESyCZmIVoGqAsHLwC_BcDM}EpA_Ax@yBrA]"
    "pA_@rC{@BmEqCoBYsEiFoBz@}FbBeB\\gEhDeBc@sAoAwFFgFdA_Bx@uBbBiAVy@[_Nd@oEhA}CxAkPh@uEzA_Ck@}"
    "FLgBlA{AtAiEhAmBM{C{@{CqA{C?iAdAYnDsBC_CoAoBRg@xBz@`DlCbFx@|DtBjDSpAuBf@uByBgGsAiCmBmFg@iF"
    "d@eDpCsHtFKvAYzAHpAl@|AcDlBqCPuBImNhBkFi@sE?{FOaEByCPuDe@sCs@gA^]pGI`DsAz@wA{@_AqAeKd@{CBs"
    "Cj@uCdBoCk@uA}@sBg@a@eBMiDBeDcA]eA\\{AlAqExF_D`DcAjAaB|@eEtCoG|@iGvBuHGqFxCcDwBuA[}B^wCfBw"
    "BVyKjD{Ez@qA|BkBvB?xBo@xCuFxB_BtBuBzCuEhQoBfBaDIwCvCo@UE{@hCkKHuEkByB}Fa@cEbFsDhCwBVoFEaFq"
    "CkDr@sGPeJtAyCOqGb@mIzB}Dl@g@p@wApAk@bBo@zAsBfBsBPeFvAaNnGmDnAeBx@q@eAMoCwA]}AtEaB`Dk@lCdB"
    "rBrCWfB?hB~Dj@jIaBEgA]OxBj@dBvAf@vCmAxDu@jESdEaBlAEpADiBdBmBzAyFnAwHzBGjAhA|AzAfEzGjDdD{Bb"
    "E]`BhAbEGbKZvC}ClFuAGfAkEbGyEz@wEdAs@`A`B|@bCIdDxBzHStCDvAp@lAP}@j@kAvBjBdBbBp@dBWnBf@t@oB"
    "BsF~@yEbAGjBX`@xDkA`Is@bBh@xAfAZqCnG{BxDkA|@EzAz@f@dDc@pAPzAKxCg@bCKbCr@nBCbBiDvAg@fAr@v@h"
    "EpB|@rBzApAbBf@jKbApAdBClA^`B_@~BSjLfCcAdAkBKwJT_DfAYpD_AjA}BpA_Bf@c@z@f@xBt@nBtBxBa@|@_CR"
    "u@pGrAxBg@dBIdBtA|A`An@TbB_Cx@}ARcCHyAjBsBbDsAfCE`FqAdCyCtABxAkBZiBFe@pA`@bBpDxBhAvAqDLwDz"
    "AiFgB{BoBoAcB{@XEfBgAlDmHfDgDt@aDZmCCg@bBj@zAnBErDNbCkA|AaAvXd@xD\\|EbBzEn@pIbBlCz@pJiFvBk"
    "Dp@IvAf@BxBkDhGmAdA?dAp@b@dA?hBs@dEi@nDpAvElDm@rBy@`ALlApFrCnADp@\\{@t@cC@M`Al@r@xEz@MnAuB"
    "d@yCM_Bx@?zA`Br@pBd@nWjFpB~@EtAqGTsXSu@ZRbAl@tAm@|@yBh@C`Az@XxB\\dCFGdAwD|@}@FEjFDbB`Bn@b@"
    "`@BnAsFx@uJ|FqA?sCn@mF`CsAlAgCd@Q~@sAt@kInDk@jAvTpCzTjB_A~AsVIkEz@yAQs@_AwKkA}Kq@aCb@kPxGa"
    "GhBcDf@wBHwAh@uAxARrAc@d@y@NmBv@}BSqC_AeBLwDxAdAdAf@`@n@~@l@TrCLpA?rAKFl@eBp@sCt@_]h@qGzAm"
    "Gq@yBNeB\\e@zAiC\\sEfAgHb@kFAaH`BqCByAv@sS`@aBj@kAfA{C^iDD_\\tB{I|@oACoAJyFr@}FZyBfAjbbE~A",
    "{bhAyqKgABcHKcHBqDLs@^m@~@s@bBo@lBu@xA_@|Cq@x@uApCKtBX~Fh@fBnBbB~BIx@Bv@RTLFRsCtAQ^Ad@RXRL"
    "haBfOxBZxBt@f@l@f@b@dkA`BTETS|@cBJ}CM}@yB{@m@a@mEiFiBmBq@{AYD}At@eANgCUeCaAy@c@y@JIv@WPcIo"
    "DeHcE_H}EqCcCc@e@Ww@Rw@Xq@VSVGtCc@m@y@k@eA[mAI}ADo@Ec@cA]m@o@_@w@r@QVi@m@aBi@gBi@w@oBmBeIs"
    "GuBsCa@u@cWmF}BWqFa@oBE{HVsCV_G~@yJxBmCt@mCbAgCtAeCfBY^Kx@Cv@Dt@b@nBr@lAlRhApA\\j@z@^z@gAT",
    "}f`AszITvFAnB^xAv@l@lBlAnAl@lDjA~WcAfJ}@tCoAVc@l@yBh@e@|HX`Ed@`@Rr@jAZNdOaD`P}D`FaBlAk@T]q"
    "@e@s@Wy@Q{@Ak@Lk@Z[dB[NkAZa{@M_DCkI]qDi@aAy@~CM~@k@t@qAJkAQw@sE[_@Sv@_@AiA}B[q@}@wFmAgKh@}"
    "AnBXfAPhA@pB_DNq@h@o@r@x@@v@Jl@t@f@dAZ^",
    "ysz@elVNjC{Aq@a@HoAr@aDlHc@~AaAtGoApEgElJaBfEs@rBEzC}@j@M~@StEMvFMzMFlBtApDb@|Bl@rAt@z@xGx"
    "F`@zBxMhBjGj@fBo@hBKbCN|JL~Gb@d@MXm@Z_@jAD|@Qz@e@`AgAZi@Nm@_CwBaAYaAGeCXeCf@eH^wKFoBKeCe@{"
    "BmBz@i@|@Yz@Ez@FfDbA`Cf@`CVhCg@~BoBBc@wLuAg@MoAu@Yo@Km@fHoA|@@z@LdCa@~B}AtBqBj@Ih@`@|GjHV@"
    "jBUfC{@zBSnAN\\VmAbAaAz@Sn@hEtCt@RtAM^Q|@oAz@S`CNbAEbAc@~@s@z@[fAy@r@g@Ny@Ew@U_@C]Nu@Ie@Wc"
    "@kBcAaCM}BtAsAXe@@MCIW@k@VsA@y@[o@e@Qg@KYEqA\\y@^uBzAaB~@e@D[UYc@tB{AJ{@Es@gA]k@CoEt@oBPmB"
    "DcF}@xBeAfG{@p@i@b@cAaE}@eE@aJnAuBe@mBsB_A]yFHiEu@_@D]NaE`EYISe@EcAAcADeAVk@^D`@Rv@Qv@c@x@"
    "OfEUlCc@hA[bAw@H}@gAmCsGwCaCq@cCK_AHwC~@WCUOpCiB`CqA`A}@r@WxEWpB|@t@Ht@E~HsCPOl@w@Vi@LeAEe"
    "AIm@o@uDYoCLuBp@_AfAk@`AeAPo@Jw@@gAQ_A[cAc@a@cAa@iGmA{OaB{@p@uAfB[h@]nE?x@",
    "_mk@cjSl@xBCvBgCG{@cF_Ci@}@fCz@lB]|@c@j@_A@y@aAYo@Us@e@sByBkBmGOmCbA~AjDdFbBrCfBq@Zq@Lm@Ca"
    "Cu@_IcByBiAk@J?zBi@rAVxDhC`@lCNc@pAF`@JXbJa@|@J|@V|@EzB{@~@?~B\\`CJxDAfCI~BaAdCQtCA|CkAbC]"
    "|DmAp@]p@OxADrTuBdB@`AN`AGdCw@Z}@My@]Y{@Y_]iCcBe@iABw@tBsAxB[A[K}AeBkD^_Bm@aAyAaEgByBRqBj@"
    "u@jB",
    "_g_@ygQaBrBe@jAUlAlK~DPRPbBITONAd@`@JfTjA|HeAj@m@HgAe@MeAIP_@j@y@Bo@_ByBm@_@rDqBTYVGvALtAE"
    "]m@WkAkA_Aw@Iw@DgGBcG`@eGVmLT{AB",
    "wb\\uxQsC^q@p@aAb@aAR}@t@c@~A_@\\aB~@a@v@DZxDT|@Gx@PP`@Ab@_@XcAVcAC}B[w@D_A\\_ABgD{Ai@Oi@B"
    "eFjBo@t@`@\\Zj@K\\mBj@m@v@[TDn@Nx@A`Av@b@X?vBc@tJSvB]vDaCfAGhA_@pB{AdEiA|ByACkAPu@VUVKfASd"
    "ADb@Tx@v@~@Hp@KHK@sCt@Sl@{@FoASiAeAyAoAIoALqASaCKsCF",
    "ujJ}mJtTj@xGe@jQ}BdXcFzEgAnC}@jCmA^uAS{BYeBi@_AkDkAuAsAmDwAq@aAiACkCFiCPaCT}Bd@_HzBgExB_Hn"
    "C}G`D_Dz@yCxAsCxB[h@}@t@e@r@e@j@e@T]n@Dr@V\\",
    "uh{DmgMqErAePGiMlAi@nA`Ch@hEhB`C`@lB?~Ek@bHD|@|@lC|@bDjBj@wA`AsAbDqDJYyAa@k@y@}AmAHo@lAs@"
    "\\k@s@gAsB_@uC\\cA~AJh@@N",
    "uwoAgnJkAVoAw@Js@m@yAaA`BuLfBmCbBx@Vj@C~BHxEtAhFqA`Ly@|Bk@`BgCoDoBi@JmGnD",
    "yfnAm_K~@h@di@gA`AMQuAwDMgBOoCe@iBaAc@AyRxC}E~@Y\\EP",
    "{nz@orJvBBnFInFg@|@SvA_AZa@Vi@@aA_AcFuBgCoBmA{IwDm@S}HuA{Bm@aE_Bk`@sJsFu@mBf@}@d@^j@nChBbA"
    "~@lD`CvJxEhGbDtI`FnAnA`D|D]rAt@rBtEv@xBN",
    "ugaAae\\UNQGQOQe@aAu@}@ERv@sCbBJlA[~@z@Rn@`Ai@XWv@p@LjBa@v@FEs@PS`AHZpBRHVQQiAZKZ@rAt@V@p@"
    "_A}CsA`Ai@Ls@IgAx@Hv@ZXBTWGs@m@uAc@yAgAk@i@a@w@OW_@s@A]hA@j@Vn@JxB",
    "}obAwd]a@\\kCA_@F[p@QtAl@`@pFSvAk@j@@`Bn@h@n@bD~@l@WTcA@[OQGQ@Uk@y@}DwA{F_@a@^?R",
    "meaAer^eA^}@Ua@VW`A@V|AItAjAdBOL|@U`@ZZvA{@dATTdB^RNBZYx@GBMb@g@dBj@Ys@gCiCOi@}CoAiAP_Do@",
    "ck~@cv[t@vBoAAw@i@y@Qq@z@fBl@bBnAf@h@j@Pv@Ev@Fp@lAr@b@N]RQnB[r@g@l@[p@MYeA]}@iDsANYJa@eCi@"
    "Ci@Fo@i@_@g@o@[MsADy@`AV`As@dB",
    "}y~@ww[f@l@^F\\Sf@dAnAU^QSIM]k@}@kA}CMq@|@qAHYMo@Ua@s@e@cA?a@^?x@sBt@RnBj@dADrA`Ad@JX",
    "sw{@}iXx@hAl@Th@Sh@I\\Z^rBd@x@f@\\VKV?d@Xn@Hl@Kj@iA~@wAJ[HgAAiA[w@qCcEo@wAi@cBm@yAwA_Dk@y@"
    "}EgD{@e@aAHOvA^j@hBnBT|CAx@INg@R[Tc@n@i@ZxApAz@h@h@r@nAp@`@^s@JkAh@Sb@HZ",
    "ktx@cxTuAdBnAnAzGtCdDx@fDj@vVhCt@?r@Q\\]p@qBEy@cAu@eAc@wB_@iMgAm@We@u@K}@Oo@]U_@?{@l@mBxDc"
    "@Y_@q@E_D_@KaBj@{@l@AyAi@[k@Hk@R_B`A",
    "c~w@yxUaBZoC|Bo@~@Md@JX`A\\p@xCbBt@fFa@~F}@RKTu@B}@[mAk@g@}Do@M[[mAo@OUDsAM",
    "cix@m_RnAtCLNnAd@[f@URMn@m@`Aw@h@l@tBbAr@`V_Iv@s@Ze@T{@@{@Qo@Y[aAa@cAAuC~@SI[w@oAAQo@lBOvA"
    "o@x@o@Ne@eEaAuNrAkAZa@d@[r@fAtB",
    "ieo@m|QdBZzAKa@gGs@aALo@|AcC`AuC_@a@kDu@eEHmA~@WnAHx@~@hBaAb@MfALvA~@fBz@|@xAr@",
    "kr{D{iLbAtAlAd@tF_@jDfA|DXxAe@f@eAR}A?a@u@M}F`AiBx@y@AwCkA}B_B_@m@i@Ou@`@YfB?`@",
    "cmwCsjZpFZR]xAC^WJw@]}Ao@_AiAaAc@MwCUmB\\mAnAU~@Jh@lC`C",
    "gfoBiaUb@j@dBGlAh@|@ObEeATyADg@OeAoDqCeAMcBRk@h@[pAmAdDHx@",
    "sm}Ac{TpCbAJ]n@g@~AoBkBGaBo@u@RKJ]hC",
    "_{~Ay{TxA@X_@BUsBeD_Ai@{B_@oAHs@b@O`A?`B\\r@lH\\",
    "cw|@edJr@BZGZWV{ApGiA^i@P{Al@c@bJcD\\a@Rq@aASkCb@}FHw@Ns@Z{GDoCLoA`CaDd@UjASfCzEbBp@LdBZ",
    "gd|@uzJ~Av@rKYhCQlA]gAwBu@g@q@OoBaAoDOeCJaFr@x@p@d@Pb@jAWbA",
    "gvbAak_@hA^Xk@LiAd@m@[g@mKr@TX~D`@z@z@",
    "_jbAww\\n@r@xBmA^q@Me@cEa@s@PWnArAp@",
    "graAsr[n@Bz@a@F{@?_@m@Y[CaD}AgAW^x@Cr@Xl@hCpB",
    "ufbAeh]lBjBr@CjBqA\\i@DQcAiAaEZk@FADCh@DZ",
    "{oaA}m\\GRoBK]\\|@f@NGt@JvC]b@m@eCYc@R",
    "s__A_yUn@Fn@iBXcDxCmFf@{B[]i@IoB`@cAl@kA`B{AvAQhALrAx@TA|@`@vBNb@",
    "mw_A{z][LqFYkAnAuAClEtCv@k@P_@LgAdCPj@Mt@n@lBRd@?n@s@@s@aB@kAaAUcAe@Py@nA",
    "gry@{yUvBn@nAe@nFgAbBcCIeAm@i@gAUqCj@iAl@_ElF",
    "ebm@aoRhBD\\Y_@w@_G}AgBw@OFMPk@nBCZlIz@",
    "a}g@_}Q`Ar@zBK~AuAd@sBBg@Y]}@[oFbG",
    "ox_@_{PrBJb@Ab@YHQ{@{@y@YQSnAiEiAEuAg@eDBoCb@Y\\Qp@|@dBd@b@vExAv@f@",
    "wp[qhPrARdDkAt@c@n@}@d@MLKT_Dq@QiBTkErAmCVo@~@n@nBjAr@",
    "swHuvFlDXzKs@jBi@z@k@nBg@ZU?o@P[d@YPY`@OiPVwEf@g@ZeKvBhBPzAvA",
    "crIwmHx@Hpm@eC|Gk@bAWZUDOKk@a@_@qJq@}Kd@sN~AwIjAqDbAiAr@IX",
    "wryD_aPhA?j@c@LmAAYoC_BsBW|@nCTVl@zA",
    "gayDqfObBrCdACf@[gAqAcAc@i@I[J",
    "sx|DgmQjAVdBiAVWcBkCFm@Me@e@[WBy@xCg@~@v@|@Fh@",
    "sazDqgXn@^\\I\\cA_@iBJiCEa@mAlAMh@_@~@E`@^~@Nh@",
    "agyDmaYHdAZOf@w@f@iCc@Mm@VQbAOb@AX",
    "a{xDymY\\t@XErBiCM{@Nq@Am@COmCpEYr@",
    "gauCw}Y_A\\qBCg@j@Gp@@Zl@h@jHZn@k@s@yBw@g@}@K",
    "u`wCgwYhANZ]BQu@aAaAUDlAFh@",
    "_hvCcnYr@Lt@_@X}@DSsAOoBz@x@v@",
    "awxC_sZ`@ZxAORWFmBD_@`@]pCw@NoASc@u@GeCdA]t@BpAAXi@t@aAv@IT",
    "s{rC}eZhANjAOd@u@FW]e@kBEkA`@O`@CNd@d@",
    "}eoCu|X~A\\NO@QnCmBVyAM}@uBDkCt@iAhC~@bA",
    "mroCkcY~@Zp@Ex@}@Wi@{@YkALSTs@Lz@x@",
    "k}nC_iYz@b@n@E^e@DW]kAWBOf@kA~@",
    "yqfC}iSdArCXC\\uAYu@_@_@w@NKJ",
    "oxeCe|RZ?Mm@iAqAw@cBa@O}@vALhApAt@rBZ",
    "_vgCgxTf@?p@K~@sAb@{@L}@EyB_@{@s@WUv@G~@Oh@aAz@_@p@IZKx@Hf@h@X",
    "w~zBybYzAZh@KB[@YC]_@W{CA}@RQLAh@DJ~BD",
    "smiBwnUb@hAlDeBdB_@XQV_ADWSg@w@_AuBs@yDYuDR]^jDjBr@zD",
    "uhbBoyTzD\\h@a@TcAYg@uFgCaAJUJOr@TpAZf@hAp@",
    "u`_BicTz@XlAEz@a@h@cAHYEk@BUkAK[ZKTcCfC",
    "ojaByeUn@pC\\C\\uA|@{AT_A@uAk@q@_D_@u@RYlBxAhC",
    "_h_BksT{@d@}AEyA\\Lf@r@r@j@nBj@r@bCnB`B\\T}@A_AGq@Cc@zAo@DaAPe@jGcCl@e@SWsGIaDVwBrA",
    "qbcBw}TxAXdBy@Zg@\\iBBg@WYoA]cCJq@n@QtANhA`@t@",
    "enuAacQXxFGt@Ur@aBjCGfBBf@f@x@hCMj@]NSfAsFh@y@~@q@tFm@jFNy@w@cJmAyAy@w@cAYgB}@aCaB{@}@E_@h"
    "B?bBn@dB",
    "k|wAqnRd@ZnAAjAw@^qA@y@a@aAu@Q]TgAlCe@xA",
    "yzyAw`Sj@XhAI|Ay@\\k@Hg@Yy@UOo@FsAhAy@nAMd@",
    "oboAwrJ~AJd@]m@kAcAaA}BEwBj@Jh@XBzDjA",
    "gicAgh_@VHd@k@DYg@s@g@eAMGHjCNp@",
    "ov`Acd^zBr@~@u@LSkAs@g@JOPm@BWf@",
    "en_A{oUrA@d@_@LSIm@_@i@aB^WpAZV",
    "}v_Ak{VT^dASf@UbAw@e@a@iAF{@f@[r@",
    "mu_AmuTl@?f@W`@eAHa@QkA_@QwDIw@f@AbARp@lChA",
    "wx_AciTv@FjAS`Ag@Tm@_@e@{@W}AFk@n@Ij@Jl@FL",
    "}l`A__^jAFr@aAVm@eBCm@PWr@Rd@",
    "qy_Ael]ZJb@I?R]X^Hd@YZu@Sq@e@KiArA",
    "_w_Ayk\\dAf@h@K`Ao@yAMGkCk@u@uA\\r@hAPv@Qn@AR",
    "m`_Agd\\r@BM}@m@i@kA[n@dAL^TX",
    "wh~@_h[vAr@l@?u@_Cs@CqAgAUHj@z@^pA",
    "}t~@oh]VBIo@}@{BsBy@Lp@d@|@nBpB",
    "y||@udZvBj@|@OBm@O}@y@_@H{Ac@e@QeAkAs@kBVNxA@^~@VNLLz@AtAD`@",
    "yo|@ywYzB`CPGHMAUg@o@GkCqAs@_@PZz@Qr@@V",
    "ob|@y~XXF|@Cf@Ys@qADw@m@Us@Rc@dAE\\x@|@",
    "wb|@m_XlBTpAWAwATIFSgBaAmAO}AHg@ZM\\fAfAJZX`@",
    "gwy@meU[`@wB_@i@`@GVt@rA~@v@hABt@mCDc@u@Y",
    "kqx@cvQt@T`@K|@y@Gm@[]Sa@wB{BwAMgAXlAtBRpAvAdA",
    "qwm@{eR|A?|@i@R[e@i@UCqBfAW\\TL",
    "gia@ayPnG^hAc@Rk@Km@iPyFaB`@[NdDzBhAj@JLg@PKL^`@|Al@",
    "qyXaoPvA~@jDi@Mm@{Cg@iBXNd@",
    "opY_jP|@VfFy@fCK|@a@f@]J[~@k@{BwAaB[}ADSj@sDr@kC@Mn@DbAv@lA",
    "uqPs_NENrAK|B_AVUw@UgARaAf@a@j@",
    "ozQkaO|@DhB[vG{Az@m@i@m@cB_@kAH}DtAy@|@a@l@G`@",
    "wbQktMnEp@t@MQgA^q@FWQa@yB?wIt@m@hAtFN",
    "e`PwrMfFL~B]^wAc@QgHf@kBTg@XRVbAH",
    "ksOe}MaFNsCKyCZc@^ZXdDFnAj@|ADlC_@~BeAiAm@",
    "kuO{fMaDx@zGQzBqAoA]oADeAh@OV",
    "ycOa{MjFN~A_@V]SYmJYg@^KRpAl@",
    "iaQcnNpBNlCgAjBy@b@q@DO?S_@KeFh@oChD",
    "q_Qe`N`AzAlDo@hA{@i@mAoAWgBZe@Hq@nA",
    "}`OueMj@B`NwA|AYcDu@kBGcHbCmANTV",
    "qcMyeJdBB`CKbB[bFg@x@kAjG}@zBSi@iA{G`B}I`ByGz@s@r@",
    "euOsnM`@PpFIp@OTQnIYvCqA\\Y{@g@qBWm@_@aH[m@NYj@cCtAa@t@Mb@gAN_@^",
    "e}Je{Gp@Fj@}@vE}B~BsArAaAb@m@i@?{HjCo@t@kF~ArAtA",
    "an~@uqxB@ZD\\b@YRY?E",
};

const size_t area_shape_count = 5807;
const int16_t area_shapes[5807] = {
    1, 1, 6, -54, -361, -1511, -760, -1045, -300, 1, 1, 5, -867, -955, -925, -1276, 1848, 1, 1, 8,
    -316, -938, -811, -900, -896, -863, -860, 1847, 1, 1, 1, 82, 1, 1, 2, -410, -1306, 2, 1, 3,
    -1482, 1845, -1488, 1, 4, -6, -855, 1846, -1480, 1, 1, 1, 226, 108, 1, 1, 1849, 1, 1, 1850, 2,
    1, 1851, 1, 1852, 1, 1, 1853, 1, 1, 1854, 1, 1, 1855, 1, 1, 1856, 1, 1, 1857, 1, 1, 1858, 1, 1,
    1859, 1, 1, 1860, 1, 1, 1861, 1, 1, 1862, 1, 1, 1863, 1, 1, 1864, 1, 1, 1865, 1, 1, 1866, 1, 1,
    1867, 1, 1, 1868, 1, 1, 1869, 1, 1, 1870, 1, 1, 1871, 1, 1, 1872, 1, 1, 1873, 1, 1, 1874, 1, 1,
    1875, 1, 1, 1876, 1, 1, 1877, 1, 1, 1878, 1, 1, 1879, 1, 1, 1880, 1, 1, 1881, 1, 1, 1882, 1, 1,
    1883, 1, 1, 1884, 1, 1, 1885, 1, 1, 1886, 1, 1, 1887, 1, 1, 1888, 1, 1, 1889, 1, 1, 1890, 1, 1,
    1891, 1, 1, 1892, 1, 1, 1893, 1, 1, 1894, 1, 1, 1895, 1, 1, 1896, 1, 1, 1897, 1, 1, 1898, 1, 1,
    1899, 1, 1, 1900, 1, 1, 1901, 1, 1, 1902, 1, 1, 1903, 1, 1, 1904, 1, 1, 1905, 1, 1, 1906, 1, 1,
    1907, 1, 1, 1908, 1, 1, 1909, 1, 1, 1910, 1, 1, 1911, 1, 1, 1912, 1, 1, 1913, 1, 1, 1914, 1, 1,
    1915, 1, 1, 1916, 1, 1, 1917, 1, 1, 1918, 1, 1, 1919, 1, 1, 1920, 1, 1, 1921, 1, 1, 1922, 1, 1,
    1923, 1, 1, 1924, 1, 1, 1925, 1, 1, 1926, 1, 1, 1927, 1, 1, 1928, 1, 1, 1929, 1, 1, 1930, 1, 1,
    1931, 1, 1, 1932, 1, 1, 1933, 1, 1, 1934, 1, 1, 1935, 1, 1, 1936, 1, 1, 1937, 1, 1, 1938, 1, 1,
    1939, 1, 1, 1940, 1, 1, 1941, 1, 1, 1942, 1, 1, 1943, 1, 1, 1944, 1, 1, 1945, 1, 1, 1946, 1, 1,
    1947, 1, 1, 1948, 1, 1, 1949, 1, 1, 1950, 1, 1, 1951, 1, 1, 1952, 1, 1, 1953, 1, 1, 1954, 1, 1,
    1955, 1, 1, 1956, 1, 1, 1957, 2, 1, 1, 1843, 1, 1, 1844, 4, 1, 6, -61, 1839, -1525, -1757, -717,
    -1738, 1, 2, -1527, 1840, 1, 1, 1841, 1, 1, 1842, 2, 2, 5, -306, -1297, -1788, -1048, -1787, 1,
    -1791, 1, 1, -1790, 1, 1, 1, 847, 1, 1, 1, 1838, 42, 1, 1, 1791, 1, 1, 1792, 1, 1, 1793, 1, 1,
    1794, 1, 1, 1795, 1, 1, 1796, 1, 1, 1797, 1, 1, 1798, 1, 1, 1799, 1, 1, 1800, 1, 1, 1801, 1, 1,
    1802, 1, 1, 1803, 1, 1, 1804, 1, 1, 1805, 1, 1, 1806, 1, 1, 1807, 1, 1, 1808, 1, 1, 1809, 1, 1,
    1810, 1, 1, 1811, 1, 1, 1812, 1, 1, 1813, 1, 1, 1814, 1, 1, 1815, 1, 1, 1816, 1, 1, 1817, 1, 1,
    1818, 1, 1, 1819, 1, 1, 1820, 1, 1, 1821, 1, 1, 1822, 1, 1, 1823, 1, 1, 1824, 1, 1, 1825, 1, 1,
    1826, 1, 1, 1827, 1, 1, 1828, 1, 1, 1829, 1, 1, 1830, 1, 1, 1831, 1, 1, 1832, 3, 1, 1, 1833, 1,
    1, 1834, 1, 1, 1835, 1, 1, 9, -370, -1289, -1449, -470, -1208, -476, -1023, -372, -934, 3, 1, 3,
    -307, 1786, -1047, 2, 5, -1049, 1787, -1296, -546, 1788, 1, 1789, 1, 1, 1790, 1, 1, 1, 1770, 7,
    1, 3, -1191, -1714, 1763, 1, 1, 1764, 1, 1, 1765, 1, 1, 1766, 1, 1, 1767, 1, 1, 1768, 1, 1,
    1769, 1, 1, 1, 1762, 1, 1, 5, -291, -661, -933, -946, -549, 1, 1, 6, -833, -1284, -929, -1308,
    1761, -836, 3, 1, 3, -875, 1758, -1231, 1, 1, 1759, 1, 1, 1760, 1, 1, 5, -325, -1733, -808,
    -806, 1757, 1, 1, 1, 236, 1, 1, 2, -1188, -1509, 1, 1, 5, -711, -1739, -718, 1756, -1524, 1, 1,
    5, -870, -1474, 1755, -1460, -488, 1, 1, 3, -2, -438, -853, 17, 1, 11, -34, -1220, -387, -1317,
    1736, -62, 1737, -716, 1738, -710, -1493, 1, 1, 1739, 1, 1, 1740, 1, 1, 1741, 1, 1, 1742, 1, 1,
    1743, 1, 1, 1744, 1, 1, 1745, 1, 1, 1746, 1, 1, 1747, 1, 1, 1748, 1, 1, 1749, 1, 1, 1750, 1, 1,
    1751, 1, 1, 1752, 1, 1, 1753, 1, 1, 1754, 1, 1, 1, 222, 3, 1, 1, 237, 1, 1, 238, 1, 1, 239, 2,
    1, 2, -910, 1734, 1, 2, -909, 1735, 1, 1, 6, -314, -1277, -923, -484, -642, 1733, 1, 1, 6, -328,
    -1282, -1476, -901, -809, 1732, 1, 1, 3, -352, -1485, -521, 3, 1, 1, 1709, 1, 1, 1710, 1, 4,
    -20, 1711, -338, -947, 1, 1, 7, -804, -1557, -1558, -1486, -1302, -1398, 1708, 141, 1, 1, 1566,
    1, 1, 1567, 1, 1, 1568, 1, 4, -106, 1569, -169, 1570, 1, 1, 1571, 1, 1, 1572, 1, 1, 1573, 1, 1,
    1574, 1, 1, 1575, 1, 1, 1576, 1, 1, 1577, 1, 1, 1578, 1, 1, 1579, 1, 1, 1580, 1, 1, 1581, 1, 1,
    1582, 1, 1, 1583, 1, 1, 1584, 1, 1, 1585, 1, 1, 1586, 1, 1, 1587, 1, 1, 1588, 1, 1, 1589, 1, 2,
    -165, 1590, 1, 1, 1591, 1, 1, 1592, 1, 1, 1593, 1, 1, 1594, 1, 1, 1595, 1, 1, 1596, 1, 1, 1597,
    1, 1, 1598, 1, 1, 1599, 1, 1, 1600, 1, 1, 1601, 1, 1, 1602, 1, 1, 1603, 1, 1, 1604, 1, 1, 1605,
    1, 1, 1606, 1, 1, 1607, 1, 1, 1608, 1, 1, 1609, 1, 1, 1610, 1, 1, 1611, 1, 1, 1612, 1, 1, 1613,
    1, 1, 1614, 1, 2, -104, 1615, 1, 1, 1616, 1, 1, 1617, 1, 1, 1618, 1, 1, 1619, 1, 1, 1620, 1, 1,
    1621, 1, 1, 1622, 1, 1, 1623, 1, 1, 1624, 1, 1, 1625, 1, 1, 1626, 1, 1, 1627, 1, 1, 1628, 1, 1,
    1629, 1, 1, 1630, 1, 1, 1631, 1, 1, 1632, 1, 1, 1633, 1, 1, 1634, 1, 1, 1635, 1, 1, 1636, 1, 1,
    1637, 1, 1, 1638, 1, 1, 1639, 1, 1, 1640, 1, 1, 1641, 1, 1, 1642, 1, 1, 1643, 1, 1, 1644, 1, 1,
    1645, 1, 1, 1646, 1, 1, 1647, 1, 1, 1648, 1, 1, 1649, 1, 1, 1650, 1, 1, 1651, 1, 1, 1652, 1, 1,
    1653, 1, 1, 1654, 1, 1, 1655, 1, 1, 1656, 1, 1, 1657, 1, 1, 1658, 1, 1, 1659, 1, 1, 1660, 1, 1,
    1661, 1, 1, 1662, 1, 1, 1663, 1, 1, 1664, 1, 1, 1665, 1, 1, 1666, 1, 1, 1667, 1, 1, 1668, 1, 1,
    1669, 1, 1, 1670, 1, 1, 1671, 1, 1, 1672, 1, 1, 1673, 1, 1, 1674, 1, 1, 1675, 1, 1, 1676, 1, 1,
    1677, 1, 1, 1678, 1, 1, 1679, 1, 1, 1680, 1, 1, 1681, 1, 1, 1682, 1, 1, 1683, 1, 1, 1684, 1, 1,
    1685, 1, 1, 1686, 1, 1, 1687, 1, 1, 1688, 1, 1, 1689, 1, 1, 1690, 1, 1, 1691, 1, 1, 1692, 1, 1,
    1693, 1, 1, 1694, 1, 1, 1695, 1, 1, 1696, 1, 1, 1697, 1, 1, 1698, 1, 1, 1699, 1, 1, 1700, 1, 1,
    1701, 1, 1, 1702, 1, 1, 1703, 1, 1, 1704, 1, 1, 1705, 1, 1, 1706, 1, 1, 1707, 8, 1, 1, 1558, 1,
    1, 1559, 1, 1, 1560, 1, 1, 1561, 1, 1, 1562, 1, 1, 1563, 1, 1, 1564, 1, 1, 1565, 3, 1, 1, 233,
    1, 1, 234, 1, 1, 235, 1, 1, 6, -391, -1484, -1487, 1557, -1556, -395, 1, 1, 6, -396, 1555, 1556,
    -803, -813, -937, 31, 1, 1, 1521, 1, 1, 1522, 1, 4, -712, 1523, 1524, 1525, 1, 2, 1526, 1527, 1,
    1, 1528, 1, 1, 1529, 1, 1, 1530, 1, 1, 1531, 1, 1, 1532, 1, 1, 1533, 1, 1, 1534, 1, 1, 1535, 1,
    1, 1536, 1, 1, 1537, 1, 1, 1538, 1, 1, 1539, 1, 1, 1540, 1, 1, 1541, 1, 1, 1542, 1, 1, 1543, 1,
    1, 1544, 1, 1, 1545, 1, 1, 1546, 1, 1, 1547, 1, 1, 1548, 1, 1, 1549, 1, 1, 1550, 1, 1, 1551, 1,
    1, 1552, 1, 1, 1553, 1, 1, 1554, 2, 1, 7, -35, 1492, -715, -1403, 1493, -746, 1494, 1, 1, 1495,
    3, 1, 1, 1489, 1, 1, 1490, 1, 1, 1491, 1, 1, 1, 831, 1, 1, 4, -748, 1477, -815, 1478, 13, 1, 5,
    -473, -1207, -489, 1459, 1460, 1, 1, 1461, 1, 1, 1462, 1, 1, 1463, 1, 1, 1464, 1, 1, 1465, 1, 1,
    1466, 1, 1, 1467, 1, 1, 1468, 1, 1, 1469, 1, 1, 1470, 1, 1, 1471, 1, 3, -869, 1472, 1473, 7, 1,
    1, 1452, 1, 1, 1453, 1, 1, 1454, 1, 1, 1455, 1, 1, 1456, 1, 1, 1457, 1, 1, 1458, 1, 1, 1, 848,
    1, 1, 2, -1450, 1451, 1, 1, 4, -471, 1448, -1288, -655, 1, 1, 11, -7, 1479, 1480, 1481, 1482,
    1483, -390, -296, -522, 1484, -351, 12, 1, 1, 1436, 1, 2, -1286, 1437, 1, 1, 1438, 1, 1, 1439,
    1, 1, 1440, 1, 1, 1441, 1, 1, 1442, 1, 1, 1443, 1, 1, 1444, 1, 1, 1445, 1, 1, 1446, 1, 1, 1447,
    1, 1, 4, -446, -1387, -1393, 1413, 1, 1, 1, 1412, 1, 1, 2, -1215, 1411, 3, 1, 1, 328, 1, 2, 329,
    330, 1, 2, 331, 332, 9, 1, 3, -714, 1401, 1402, 1, 1, 1403, 1, 1, 1404, 1, 1, 1405, 1, 1, 1406,
    1, 1, 1407, 1, 1, 1408, 1, 1, 1409, 1, 1, 1410, 1, 1, 6, -398, -936, 1399, -1038, -1035, 1400,
    1, 1, 3, -1210, 1398, -1233, 2, 1, 1, 1395, 1, 3, -1301, 1396, 1397, 3, 1, 4, -400, 1391, 1392,
    -1386, 1, 1, 1393, 1, 1, 1394, 4, 1, 3, -945, 1387, -551, 1, 1, 1388, 1, 1, 1389, 1, 1, 1390, 1,
    1, 7, -393, -401, 1385, 1386, -445, -442, -976, 6, 1, 1, 227, 1, 1, 228, 1, 1, 229, 1, 1, 230,
    1, 1, 231, 1, 1, 232, 5, 1, 1, 1431, 1, 1, 1432, 1, 1, 1433, 1, 1, 1434, 1, 1, 1435, 5, 1, 1,
    62, 1, 1, 63, 1, 1, 64, 1, 1, 65, 1, 1, 66, 20, 1, 1, 1365, 1, 1, 1366, 1, 1, 1367, 1, 1, 1368,
    1, 1, 1369, 1, 1, 1370, 1, 1, 1371, 1, 1, 1372, 1, 1, 1373, 1, 1, 1374, 1, 1, 1375, 1, 1, 1376,
    1, 1, 1377, 1, 1, 1378, 1, 1, 1379, 1, 1, 1380, 1, 1, 1381, 1, 1, 1382, 1, 1, 1383, 1, 1, 1384,
    8, 1, 4, -379, -766, -553, 1357, 1, 1, 1358, 1, 1, 1359, 1, 1, 1360, 1, 1, 1361, 1, 1, 1362, 1,
    1, 1363, 1, 1, 1364, 10, 1, 1, 1302, 1, 12, -374, -1025, 1303, -873, 1304, -411, 1305, -409,
    1306, 1307, -928, -1283, 1, 1, 1308, 1, 1, 1309, 1, 1, 1310, 1, 1, 1311, 1, 1, 1312, 1, 1, 1313,
    1, 1, 1314, 1, 3, -386, 1315, 1316, 21, 1, 1, 1324, 1, 1, 1325, 1, 1, 1326, 1, 1, 1327, 1, 1,
    1328, 1, 1, 1329, 1, 1, 1330, 1, 1, 1331, 1, 1, 1332, 1, 1, 1333, 1, 1, 1334, 1, 1, 1335, 1, 1,
    1336, 1, 1, 1337, 1, 1, 1338, 1, 1, 1339, 1, 1, 1340, 1, 1, 1341, 1, 1, 1342, 1, 1, 1343, 1, 1,
    1344, 3, 1, 1, 1351, 1, 1, 1352, 1, 1, 1353, 1, 1, 4, 1298, 1299, 1300, 1301, 1, 1, 5, -305,
    1294, -547, 1295, 1296, 6, 1, 11, -375, 1282, -927, 1283, -835, 1284, 1285, 1286, -656, 1287,
    1288, 1, 1, 1289, 1, 2, -658, 1290, 1, 1, 1291, 1, 1, 1292, 1, 1, 1293, 1, 1, 6, -327, 1277,
    1278, 1279, 1280, 1281, 40, 1, 1, 1235, 1, 1, 1236, 1, 1, 1237, 1, 1, 1238, 1, 1, 1239, 1, 1,
    1240, 1, 1, 1241, 1, 1, 1242, 1, 1, 1243, 1, 1, 1244, 1, 1, 1245, 1, 1, 1246, 1, 1, 1247, 1, 1,
    1248, 1, 1, 1249, 1, 1, 1250, 1, 1, 1251, 1, 1, 1252, 1, 1, 1253, 1, 1, 1254, 1, 1, 1255, 1, 1,
    1256, 1, 1, 1257, 1, 1, 1258, 1, 1, 1259, 1, 1, 1260, 1, 1, 1261, 1, 1, 1262, 1, 1, 1263, 1, 1,
    1264, 1, 1, 1265, 1, 1, 1266, 1, 1, 1267, 1, 1, 1268, 1, 1, 1269, 1, 1, 1270, 1, 1, 1271, 1, 1,
    1272, 1, 1, 1273, 1, 5, -313, 1274, 1275, -924, 1276, 17, 1, 1, 1414, 1, 1, 1415, 1, 1, 1416, 1,
    1, 1417, 1, 1, 1418, 1, 1, 1419, 1, 1, 1420, 1, 1, 1421, 1, 1, 1422, 1, 1, 1423, 1, 1, 1424, 1,
    1, 1425, 1, 1, 1426, 1, 1, 1427, 1, 1, 1428, 1, 1, 1429, 1, 1, 1430, 1, 1, 1, 1234, 1, 1, 1, 81,
    1, 1, 6, -876, 1230, 1231, -1211, 1232, 1233, 1, 1, 1, 245, 1, 1, 7, -481, 1228, -1221, -493,
    -903, 1229, -939, 7, 1, 3, -494, 1220, 1221, 1, 1, 1222, 1, 1, 1223, 1, 1, 1224, 1, 1, 1225, 1,
    1, 1226, 1, 1, 1227, 1, 1, 4, -33, 1218, -388, 1219, 3, 1, 2, 1214, 1215, 1, 1, 1216, 1, 1,
    1217, 1, 1, 1, 1836, 3, 1, 5, -817, 1208, 1209, 1210, 1211, 1, 1, 1212, 1, 1, 1213, 3, 1, 2,
    -1513, 1518, 1, 1, 1519, 1, 1, 1520, 1, 1, 7, -288, -643, -490, 1206, -477, 1207, -469, 1, 1, 1,
    1205, 14, 1, 10, -757, 1184, 1185, -850, 1186, 1187, 1188, 1189, 1190, 1191, 1, 1, 1192, 1, 1,
    1193, 1, 1, 1194, 1, 1, 1195, 1, 1, 1196, 1, 1, 1197, 1, 1, 1198, 1, 1, 1199, 1, 1, 1200, 1, 1,
    1201, 1, 1, 1202, 1, 1, 1203, 1, 1, 1204, 133, 1, 1, 1050, 1, 1, 1051, 1, 1, 1052, 1, 1, 1053,
    1, 1, 1054, 1, 1, 1055, 1, 1, 1056, 1, 1, 1057, 1, 1, 1058, 1, 1, 1059, 1, 1, 1060, 1, 1, 1061,
    1, 1, 1062, 1, 1, 1063, 1, 1, 1064, 1, 1, 1065, 1, 1, 1066, 1, 1, 1067, 1, 1, 1068, 1, 1, 1069,
    1, 1, 1070, 1, 1, 1071, 1, 1, 1072, 1, 1, 1073, 1, 1, 1074, 1, 1, 1075, 1, 1, 1076, 1, 2, -907,
    1077, 1, 1, 1078, 1, 1, 1079, 1, 1, 1080, 1, 4, -330, 1081, -333, 1082, 1, 1, 1083, 1, 1, 1084,
    1, 1, 1085, 1, 2, -721, 1086, 1, 1, 1087, 1, 1, 1088, 1, 1, 1089, 1, 1, 1090, 1, 1, 1091, 1, 1,
    1092, 1, 1, 1093, 1, 1, 1094, 1, 1, 1095, 1, 1, 1096, 1, 1, 1097, 1, 1, 1098, 1, 1, 1099, 1, 1,
    1100, 1, 1, 1101, 1, 1, 1102, 1, 1, 1103, 1, 1, 1104, 1, 1, 1105, 1, 1, 1106, 1, 1, 1107, 1, 1,
    1108, 1, 1, 1109, 1, 1, 1110, 1, 1, 1111, 1, 1, 1112, 1, 1, 1113, 1, 1, 1114, 1, 1, 1115, 1, 1,
    1116, 1, 1, 1117, 1, 1, 1118, 1, 1, 1119, 1, 1, 1120, 1, 1, 1121, 1, 1, 1122, 1, 1, 1123, 1, 1,
    1124, 1, 1, 1125, 1, 1, 1126, 1, 1, 1127, 1, 1, 1128, 1, 1, 1129, 1, 1, 1130, 1, 1, 1131, 1, 1,
    1132, 1, 1, 1133, 1, 1, 1134, 1, 1, 1135, 1, 1, 1136, 1, 1, 1137, 1, 1, 1138, 1, 1, 1139, 1, 1,
    1140, 1, 1, 1141, 1, 1, 1142, 1, 1, 1143, 1, 1, 1144, 1, 1, 1145, 1, 1, 1146, 1, 1, 1147, 1, 1,
    1148, 1, 1, 1149, 1, 1, 1150, 1, 1, 1151, 1, 1, 1152, 1, 2, -918, 1153, 1, 1, 1154, 1, 1, 1155,
    1, 1, 1156, 1, 1, 1157, 1, 1, 1158, 1, 1, 1159, 1, 1, 1160, 1, 1, 1161, 1, 1, 1162, 1, 1, 1163,
    1, 1, 1164, 1, 1, 1165, 1, 1, 1166, 1, 1, 1167, 1, 1, 1168, 1, 1, 1169, 1, 1, 1170, 1, 1, 1171,
    1, 1, 1172, 1, 1, 1173, 1, 1, 1174, 1, 1, 1175, 1, 1, 1176, 1, 1, 1177, 1, 1, 1178, 1, 1, 1179,
    1, 1, 1180, 1, 1, 1181, 1, 1, 1182, 1, 1, 1183, 2, 1, 1, 1043, 1, 10, -301, 1044, -759, 1045,
    -1042, -308, 1046, 1047, 1048, 1049, 1, 1, 7, -309, 1041, 1042, -953, -503, -983, -365, 2, 1, 1,
    1039, 1, 2, -269, 1040, 1, 1, 1, 246, 1, 1, 9, -367, -987, 1032, -985, 1033, 1034, 1035, 1036,
    -942, 8, 3, 5, -373, 1022, -475, 1023, 1024, 1, -37, 1, -512, 1, 1, 1025, 1, 1, 1026, 1, 1,
    1027, 1, 1, 1028, 1, 1, 1029, 1, 1, 1030, 1, 1, 1031, 2, 1, 2, -1279, 1474, 1, 6, -902, 1475,
    -1281, 1476, -940, -1230, 1, 1, 1, 1021, 34, 1, 1, 987, 1, 1, 988, 1, 1, 989, 1, 1, 990, 1, 1,
    991, 1, 1, 992, 1, 1, 993, 1, 1, 994, 1, 1, 995, 1, 1, 996, 1, 1, 997, 1, 1, 998, 1, 1, 999, 1,
    1, 1000, 1, 1, 1001, 1, 1, 1002, 1, 1, 1003, 1, 1, 1004, 1, 1, 1005, 1, 1, 1006, 1, 1, 1007, 1,
    1, 1008, 1, 1, 1009, 1, 1, 1010, 1, 1, 1011, 1, 1, 1012, 1, 1, 1013, 1, 1, 1014, 1, 1, 1015, 1,
    1, 1016, 1, 1, 1017, 1, 1, 1018, 1, 1, 1019, 1, 1, 1020, 1, 1, 1, 244, 1, 1, 7, -366, 982, -502,
    983, 984, 985, 986, 4, 1, 1, 977, 1, 1, 978, 1, 1, 979, 1, 6, -56, -303, 980, -544, 981, -950,
    2, 1, 1, 974, 1, 6, -298, -394, 975, -441, 976, -354, 19, 1, 1, 955, 1, 1, 956, 1, 1, 957, 1, 1,
    958, 1, 1, 959, 1, 1, 960, 1, 1, 961, 1, 1, 962, 1, 1, 963, 1, 1, 964, 1, 1, 965, 1, 1, 966, 1,
    1, 967, 1, 1, 968, 1, 1, 969, 1, 1, 970, 1, 1, 971, 1, 1, 972, 1, 1, 973, 1, 1, 4, -486, -926,
    954, -866, 2, 1, 1, 951, 1, 3, -504, 952, 953, 1, 4, 4, -52, 949, 950, -359, 1, -58, 1, -59, 1,
    -362, 1, 1, 5, -21, 946, -337, 947, 948, 1, 1, 5, -932, 943, 944, -550, 945, 1, 1, 3, -368, 941,
    942, 1, 1, 1, -439, 1, 1, 4, -479, 938, 939, 940, 1, 1, 7, -315, 934, 935, -397, 936, -812, 937,
    1, 1, 2, -371, 933, 2, 1, 2, -639, 929, 1, 5, -636, 930, 931, 932, -660, 1, 1, 3, 926, 927, 928,
    1, 1, 2, -1515, 1517, 3, 1, 1, 919, 1, 1, 920, 1, 1, 921, 3, 1, 1, -859, 1, 1, -858, 1, 3, -9,
    -357, -856, 9, 1, 2, -340, 905, 1, 5, 906, 907, 908, 909, 910, 1, 1, 911, 1, 1, 912, 1, 1, 913,
    1, 1, 914, 1, 1, 915, 1, 1, 916, 1, 2, 917, 918, 2, 1, 1, 903, 1, 1, 904, 1, 1, 7, -492, -897,
    899, -810, 900, 901, 902, 2, 1, 1, 897, 1, 1, 898, 5, 1, 1, 67, 1, 1, 68, 1, 1, 69, 1, 1, 70, 1,
    1, 71, 2, 1, 1, 893, 1, 5, -498, 894, -864, 895, 896, 1, 1, 1, 892, 16, 1, 5, -167, 873, 874,
    875, 876, 1, 1, 877, 1, 1, 878, 1, 1, 879, 1, 1, 880, 1, 1, 881, 1, 1, 882, 1, 1, 883, 1, 1,
    884, 1, 1, 885, 1, 1, 886, 1, 1, 887, 1, 1, 888, 1, 1, 889, 1, 1, 890, 1, 1, 891, 1, 1, 2, -286,
    -644, 1, 1, 2, 871, 872, 1, 1, 2, -542, 870, 1, 1, 6, -487, 865, 866, 867, 868, 869, 1, 1, 1,
    243, 1, 1, 3, 859, 860, 861, 1, 3, 8, -4, -10, 855, -356, 856, -435, -384, -434, 1, 857, 1, 858,
    19, 1, 6, -342, 1712, 1713, -1190, -1508, -948, 1, 1, 1714, 1, 1, 1715, 1, 1, 1716, 1, 1, 1717,
    1, 1, 1718, 1, 1, 1719, 1, 1, 1720, 1, 1, 1721, 1, 1, 1722, 1, 1, 1723, 1, 1, 1724, 1, 1, 1725,
    1, 1, 1726, 1, 1, 1727, 1, 1, 1728, 1, 1, 1729, 1, 1, 1730, 1, 1, 1731, 1, 1, 5, -5, 852, -437,
    853, 854, 1, 1, 1, 851, 1, 1, 2, 849, 850, 12, 1, 3, 832, 833, 834, 1, 2, 835, 836, 1, 1, 837,
    1, 1, 838, 1, 1, 839, 1, 1, 840, 1, 1, 841, 1, 1, 842, 1, 1, 843, 1, 1, 844, 1, 1, 845, 1, 1,
    846, 6, 1, 1, 1345, 1, 1, 1346, 1, 1, 1347, 1, 1, 1348, 1, 1, 1349, 1, 1, 1350, 13, 1, 1, 817,
    1, 1, 818, 1, 1, 819, 1, 1, 820, 1, 1, 821, 1, 1, 822, 1, 1, 823, 1, 1, 824, 1, 1, 825, 1, 1,
    826, 1, 1, 827, 1, 1, 828, 1, 1, 829, 1, 1, 4, 813, 814, 815, 816, 1, 1, 7, -807, 807, 808, 809,
    810, 811, 812, 2, 1, 1, 801, 1, 5, 802, 803, 804, 805, 806, 1, 1, 1, 830, 1, 1, 1, 1837, 2, 1,
    5, -422, 797, 798, -540, 799, 1, 1, 800, 6, 1, 1, 72, 1, 1, 73, 1, 1, 74, 1, 1, 75, 1, 1, 76, 1,
    1, 77, 32, 1, 4, -378, 764, -554, 765, 1, 1, 766, 1, 1, 767, 1, 1, 768, 1, 1, 769, 1, 1, 770, 1,
    1, 771, 1, 1, 772, 1, 1, 773, 1, 1, 774, 1, 1, 775, 1, 1, 776, 1, 1, 777, 1, 1, 778, 1, 1, 779,
    1, 1, 780, 1, 1, 781, 1, 1, 782, 1, 1, 783, 1, 1, 784, 1, 1, 785, 1, 1, 786, 1, 1, 787, 1, 1,
    788, 1, 1, 789, 1, 1, 790, 1, 1, 791, 1, 1, 792, 1, 1, 793, 1, 1, 794, 1, 1, 795, 1, 1, 796, 4,
    1, 1, 761, 1, 4, -13, -508, -273, 762, 1, 2, -276, 763, 1, 1, -277, 1, 1, 6, 755, 756, 757, 758,
    759, 760, 2, 1, 1, 753, 1, 1, 754, 2, 1, 3, -1036, 1037, 1038, 1, 2, -986, -1033, 5, 1, 4, 745,
    746, 747, 748, 1, 1, 749, 1, 1, 750, 1, 1, 751, 1, 1, 752, 26, 1, 1, 718, 1, 1, 719, 1, 2, 720,
    721, 1, 1, 722, 1, 1, 723, 1, 1, 724, 1, 1, 725, 1, 1, 726, 1, 1, 727, 1, 1, 728, 1, 1, 729, 1,
    1, 730, 1, 1, 731, 1, 1, 732, 1, 1, 733, 1, 1, 734, 1, 1, 735, 1, 1, 736, 1, 1, 737, 1, 1, 738,
    1, 1, 739, 1, 1, 740, 1, 1, 741, 1, 1, 742, 1, 1, 743, 1, 1, 744, 1, 1, 3, 715, 716, 717, 13, 1,
    1, 1496, 1, 1, 1497, 1, 1, 1498, 1, 1, 1499, 1, 1, 1500, 1, 1, 1501, 1, 1, 1502, 1, 1, 1503, 1,
    1, 1504, 1, 1, 1505, 1, 1, 1506, 1, 23, -22, -949, 1507, -1189, 1508, -1187, -851, -1186, 1509,
    -761, 1510, -360, -951, -982, -543, -871, -541, -799, 1511, 1512, 1513, 1514, 1515, 1, 1, 1516,
    1, 1, 6, 709, 710, 711, 712, 713, 714, 48, 1, 1, 661, 1, 1, 662, 1, 1, 663, 1, 1, 664, 1, 1,
    665, 1, 1, 666, 1, 1, 667, 1, 1, 668, 1, 1, 669, 1, 1, 670, 1, 1, 671, 1, 1, 672, 1, 1, 673, 1,
    1, 674, 1, 1, 675, 1, 1, 676, 1, 1, 677, 1, 1, 678, 1, 1, 679, 1, 1, 680, 1, 1, 681, 1, 1, 682,
    1, 1, 683, 1, 1, 684, 1, 1, 685, 1, 1, 686, 1, 1, 687, 1, 1, 688, 1, 1, 689, 1, 1, 690, 1, 1,
    691, 1, 1, 692, 1, 1, 693, 1, 1, 694, 1, 1, 695, 1, 1, 696, 1, 1, 697, 1, 1, 698, 1, 1, 699, 1,
    1, 700, 1, 1, 701, 1, 1, 702, 1, 1, 703, 1, 1, 704, 1, 1, 705, 1, 1, 706, 1, 1, 707, 1, 1, 708,
    1, 1, 1, 225, 1, 1, 10, -290, -472, 654, 655, 656, 657, 658, -637, 659, 660, 9, 1, 1, 645, 1, 2,
    -413, 646, 1, 1, 647, 1, 1, 648, 1, 1, 649, 1, 1, 650, 1, 1, 651, 1, 1, 652, 1, 1, 653, 3, 1, 1,
    83, 1, 1, 84, 1, 1, 85, 1, 1, 2, -506, 644, 1, 1, 5, -485, 922, 923, 924, 925, 1, 1, 6, -1299,
    1485, 1486, -1483, 1487, 1488, 1, 1, 7, -285, 640, 641, -491, 642, -287, 643, 99, 1, 1, 522, 1,
    1, 523, 1, 1, 524, 1, 1, 525, 1, 1, 526, 1, 1, 527, 1, 1, 528, 1, 1, 529, 1, 1, 530, 1, 1, 531,
    1, 1, 532, 1, 1, 533, 1, 1, 534, 1, 1, 535, 1, 1, 536, 1, 1, 537, 1, 1, 538, 1, 17, 539, 540,
    541, 542, 543, 544, 545, 546, 547, -292, 548, 549, 550, 551, 552, 553, 554, 1, 1, 555, 1, 1,
    556, 1, 1, 557, 1, 1, 558, 1, 1, 559, 1, 1, 560, 1, 1, 561, 1, 1, 562, 1, 1, 563, 1, 1, 564, 1,
    1, 565, 1, 1, 566, 1, 1, 567, 1, 1, 568, 1, 1, 569, 1, 1, 570, 1, 1, 571, 1, 1, 572, 1, 1, 573,
    1, 1, 574, 1, 1, 575, 1, 1, 576, 1, 1, 577, 1, 1, 578, 1, 1, 579, 1, 1, 580, 1, 1, 581, 1, 1,
    582, 1, 1, 583, 1, 1, 584, 1, 1, 585, 1, 1, 586, 1, 1, 587, 1, 1, 588, 1, 1, 589, 1, 1, 590, 1,
    1, 591, 1, 1, 592, 1, 1, 593, 1, 1, 594, 1, 1, 595, 1, 1, 596, 1, 1, 597, 1, 1, 598, 1, 1, 599,
    1, 1, 600, 1, 1, 601, 1, 1, 602, 1, 1, 603, 1, 1, 604, 1, 1, 605, 1, 1, 606, 1, 1, 607, 1, 1,
    608, 1, 1, 609, 1, 1, 610, 1, 1, 611, 1, 1, 612, 1, 1, 613, 1, 1, 614, 1, 1, 615, 1, 1, 616, 1,
    1, 617, 1, 1, 618, 1, 1, 619, 1, 1, 620, 1, 1, 621, 1, 1, 622, 1, 1, 623, 1, 1, 624, 1, 1, 625,
    1, 1, 626, 1, 1, 627, 1, 1, 628, 1, 1, 629, 1, 1, 630, 1, 1, 631, 1, 1, 632, 1, 1, 633, 1, 5,
    634, 635, 636, 637, 638, 1, 2, -283, 639, 1, 1, 4, -295, -353, 520, 521, 2, 1, 1, 223, 1, 1,
    224, 2, 1, 1, 518, 1, 1, 519, 1, 1, 1, 517, 1, 1, 2, 1321, 1322, 2, 1, 1, 1317, 1, 1, 1318, 3,
    1, 1, 514, 1, 1, 515, 1, 1, 516, 1, 1, 1, 1323, 2, 1, 1, 512, 1, 1, 513, 1, 1, 1, 511, 4, 1, 1,
    498, 1, 1, 499, 1, 10, -12, 500, 501, 502, 503, 504, 505, 506, -274, 507, 1, 1, 508, 1, 1, 7,
    491, 492, 493, 494, 495, 496, 497, 1, 1, 8, 483, 484, 485, 486, 487, 488, 489, 490, 1, 1, 1,
    482, 1, 1, 3, -756, -1510, -1185, 2, 1, 3, 478, 479, 480, 1, 1, 481, 1, 1, 1, 477, 1, 1, 2,
    -1322, 1958, 1, 1, 5, -289, 468, 469, 470, 471, 1, 1, 5, 472, 473, 474, 475, 476, 21, 1, 1, 447,
    1, 1, 448, 1, 1, 449, 1, 1, 450, 1, 1, 451, 1, 1, 452, 1, 1, 453, 1, 1, 454, 1, 1, 455, 1, 1,
    456, 1, 1, 457, 1, 1, 458, 1, 1, 459, 1, 1, 460, 1, 1, 461, 1, 1, 462, 1, 1, 463, 1, 1, 464, 1,
    1, 465, 1, 1, 466, 1, 1, 467, 1, 1, 4, 440, 441, 442, 443, 1, 1, 4, -443, 444, 445, 446, 2, 2,
    7, -1, 433, -385, 434, 435, 436, 437, 1, 438, 1, 1, 439, 2, 1, 1, 220, 1, 1, 221, 11, 1, 2, 421,
    422, 1, 1, 423, 1, 1, 424, 1, 1, 425, 1, 1, 426, 1, 1, 427, 1, 1, 428, 1, 1, 429, 1, 1, 430, 1,
    1, 431, 1, 1, 432, 1, 1, 6, -297, 389, 390, 391, 392, 393, 12, 1, 1, 404, 1, 1, 405, 1, 1, 406,
    1, 1, 407, 1, 6, 408, 409, 410, 411, 412, 413, 1, 1, 414, 1, 1, 415, 1, 1, 416, 1, 1, 417, 1, 1,
    418, 1, 1, 419, 1, 1, 420, 3, 1, 1, 401, 1, 1, 402, 1, 1, 403, 1, 1, 8, -392, 394, 395, 396,
    397, 398, 399, 400, 1, 1, 4, 385, 386, 387, 388, 6, 1, 1, 375, 1, 1, 376, 1, 3, 377, 378, 379,
    1, 1, 380, 1, 1, 381, 1, 1, 382, 1, 1, 6, 369, 370, 371, 372, 373, 374, 1, 1, 6, -310, 364, 365,
    366, 367, 368, 2, 1, 1, 509, 1, 1, 510, 2, 1, 1, 362, 1, 1, 363, 3, 1, 4, -53, 358, 359, 360, 1,
    1, -57, 1, 1, 361, 4, 1, 1, 348, 1, 1, 349, 1, 9, -8, 350, 351, 352, -294, 353, 354, 355, 356,
    1, 1, 357, 10, 1, 1, 333, 1, 1, 334, 1, 1, 335, 1, 6, 336, 337, 338, 339, 340, 341, 1, 1, 342,
    1, 1, 343, 1, 1, 344, 1, 1, 345, 1, 1, 346, 1, 1, 347, 15, 1, 1, 1771, 1, 1, 1772, 1, 1, 1773,
    1, 1, 1774, 1, 1, 1775, 1, 1, 1776, 1, 1, 1777, 1, 1, 1778, 1, 1, 1779, 1, 1, 1780, 1, 1, 1781,
    1, 1, 1782, 1, 1, 1783, 1, 1, 1784, 1, 1, 1785, 1, 1, 2, -496, 1297, 1, 1, 4, 324, 325, 326,
    327, 3, 1, 1, 321, 1, 1, 322, 1, 1, 323, 2, 1, 1, 319, 1, 1, 320, 3, 1, 3, 314, 315, 316, 1, 1,
    317, 1, 1, 318, 3, 1, 1, 303, 1, 7, 304, 305, 306, 307, 308, 309, 310, 1, 3, 311, 312, 313, 1,
    1, 2, 1449, 1450, 2, 1, 1, 298, 1, 5, -55, 299, 300, 301, 302, 3, 1, 1, 240, 1, 1, 241, 1, 1,
    242, 1, 1, 5, 293, 294, 295, 296, 297, 2, 1, 11, 281, 282, 283, 284, 285, 286, 287, 288, 289,
    290, 291, 1, 1, 292, 5, 2, 5, 271, 272, 273, 274, 275, 1, 276, 1, 1, 277, 1, 1, 278, 1, 1, 279,
    1, 1, 280, 23, 1, 1, 247, 1, 1, 248, 1, 1, 249, 1, 1, 250, 1, 1, 251, 1, 1, 252, 1, 1, 253, 1,
    1, 254, 1, 1, 255, 1, 1, 256, 1, 1, 257, 1, 1, 258, 1, 1, 259, 1, 1, 260, 1, 1, 261, 1, 1, 262,
    1, 1, 263, 1, 1, 264, 1, 1, 265, 1, 1, 266, 1, 1, 267, 1, 2, 268, 269, 1, 1, 270, 3, 1, 1, 78,
    1, 1, 79, 1, 1, 80, 127, 1, 1, 86, 1, 1, 87, 1, 1, 88, 1, 1, 89, 1, 1, 90, 1, 1, 91, 1, 1, 92,
    1, 1, 93, 1, 1, 94, 1, 1, 95, 1, 1, 96, 1, 1, 97, 1, 1, 98, 1, 1, 99, 1, 1, 100, 1, 1, 101, 1,
    4, 102, 103, 104, 105, 1, 1, 106, 1, 1, 107, 1, 1, 108, 1, 1, 109, 1, 1, 110, 1, 1, 111, 1, 1,
    112, 1, 1, 113, 1, 1, 114, 1, 1, 115, 1, 1, 116, 1, 1, 117, 1, 1, 118, 1, 1, 119, 1, 1, 120, 1,
    1, 121, 1, 1, 122, 1, 1, 123, 1, 1, 124, 1, 1, 125, 1, 1, 126, 1, 1, 127, 1, 1, 128, 1, 1, 129,
    1, 1, 130, 1, 1, 131, 1, 1, 132, 1, 1, 133, 1, 1, 134, 1, 1, 135, 1, 1, 136, 1, 1, 137, 1, 1,
    138, 1, 1, 139, 1, 1, 140, 1, 1, 141, 1, 1, 142, 1, 1, 143, 1, 1, 144, 1, 1, 145, 1, 1, 146, 1,
    1, 147, 1, 1, 148, 1, 1, 149, 1, 1, 150, 1, 1, 151, 1, 1, 152, 1, 1, 153, 1, 1, 154, 1, 1, 155,
    1, 1, 156, 1, 1, 157, 1, 1, 158, 1, 1, 159, 1, 1, 160, 1, 1, 161, 1, 1, 162, 1, 1, 163, 1, 5,
    164, 165, 166, 167, 168, 1, 1, 169, 1, 1, 170, 1, 1, 171, 1, 1, 172, 1, 1, 173, 1, 1, 174, 1, 1,
    175, 1, 1, 176, 1, 1, 177, 1, 1, 178, 1, 1, 179, 1, 1, 180, 1, 1, 181, 1, 1, 182, 1, 1, 183, 1,
    1, 184, 1, 1, 185, 1, 1, 186, 1, 1, 187, 1, 1, 188, 1, 1, 189, 1, 1, 190, 1, 1, 191, 1, 1, 192,
    1, 1, 193, 1, 1, 194, 1, 1, 195, 1, 1, 196, 1, 1, 197, 1, 1, 198, 1, 1, 199, 1, 1, 200, 1, 1,
    201, 1, 1, 202, 1, 1, 203, 1, 1, 204, 1, 1, 205, 1, 1, 206, 1, 1, 207, 1, 1, 208, 1, 1, 209, 1,
    1, 210, 1, 1, 211, 1, 1, 212, 1, 1, 213, 1, 1, 214, 1, 1, 215, 1, 1, 216, 1, 1, 217, 1, 1, 218,
    1, 1, 219, 1, 1, 3, 59, 60, 61, 3, 2, 5, 51, 52, 53, 54, 55, 1, 56, 1, 1, 57, 1, 1, 58, 14, 1,
    1, 37, 1, 1, 38, 1, 1, 39, 1, 1, 40, 1, 1, 41, 1, 1, 42, 1, 1, 43, 1, 1, 44, 1, 1, 45, 1, 1, 46,
    1, 1, 47, 1, 1, 48, 1, 1, 49, 1, 1, 50, 1, 1, 1, 36, 5, 1, 1, 28, 1, 1, 29, 1, 1, 30, 1, 1, 31,
    1, 4, 32, 33, 34, 35, 8, 1, 1, 17, 1, 4, 18, 19, 20, 21, 1, 1, 22, 1, 1, 23, 1, 1, 24, 1, 1, 25,
    1, 1, 26, 1, 1, 27, 2, 1, 1, 1319, 1, 1, 1320, 1, 1, 4, 862, 863, 864, -861, 5, 1, 3, 10, 11,
    12, 1, 1, 13, 1, 1, 14, 1, 1, 15, 1, 1, 16, 1, 1, 7, -3, 4, 5, 6, 7, 8, 9, 1, 1, 4, 0, 1, 2, 3,
    1, 1, 2, 383, 384, 3, 1, 1, 1354, 1, 1, 1355, 1, 1, 1356,
};

const size_t area_country_count = 241;
const struct area_country area_countries[241] = {
    {"Afghanistan", "Afghanistan", 0},
    {"Albania", "Albania", 9},
    {"Algeria", "Algeria", 17},
    {"American Samoa", "American Samoa", 28},
    {"Andorra", "Andorra", 32},
    {"Angola", "Angola", 37},
    {"Anguilla", "Anguilla", 49},
    {"Antarctica", "Antarctica", 53},
    {"Antigua and Barbuda", "Antigua and Barb.", 380},
    {"Argentina", "Argentina", 387},
    {"Armenia", "Armenia", 406},
    {"Aruba", "Aruba", 419},
    {"Ashmore and Cartier Islands", "Ashmore and Cartier Is.", 423},
    {"Australia", "Australia", 427},
    {"Australian Indian Ocean Territories", "Indian Ocean Ter.", 554},
    {"Austria", "Austria", 564},
    {"Azerbaijan", "Azerbaijan", 576},
    {"Bahrain", "Bahrain", 594},
    {"Bangladesh", "Bangladesh", 598},
    {"Barbados", "Barbados", 622},
    {"Belarus", "Belarus", 626},
    {"Belgium", "Belgium", 634},
    {"Belize", "Belize", 643},
    {"Benin", "Benin", 655},
    {"Bermuda", "Bermuda", 663},
    {"Bhutan", "Bhutan", 667},
    {"Bolivia", "Bolivia", 672},
    {"Bosnia and Herzegovina", "Bosnia and Herz.", 680},
    {"Botswana", "Botswana", 688},
    {"Brazil", "Brazil", 694},
    {"British Indian Ocean Territory", "Br. Indian Ocean Ter.", 756},
    {"British Virgin Islands", "British Virgin Is.", 760},
    {"Brunei", "Brunei", 770},
    {"Bulgaria", "Bulgaria", 779},
    {"Burkina Faso", "Burkina Faso", 788},
    {"Burundi", "Burundi", 797},
    {"Cambodia", "Cambodia", 803},
    {"Cameroon", "Cameroon", 816},
    {"Canada", "Canada", 826},
    {"Cape Verde", "Cabo Verde", 1255},
    {"Cayman Islands", "Cayman Is.", 1280},
    {"Central African Republic", "Central African Rep.", 1290},
    {"Chad", "Chad", 1299},
    {"Chile", "Chile", 1308},
    {"Colombia", "Colombia", 1406},
    {"Comoros", "Comoros", 1419},
    {"Cook Islands", "Cook Is.", 1429},
    {"Costa Rica", "Costa Rica", 1433},
    {"Croatia", "Croatia", 1440},
    {"Cuba", "Cuba", 1486},
    {"Curaçao", "Curaçao", 1508},
    {"Cyprus", "Cyprus", 1512},
    {"Czech Republic", "Czechia", 1517},
    {"Democratic Republic of the Congo", "Dem. Rep. Congo", 1524},
    {"Denmark", "Denmark", 1538},
    {"Djibouti", "Djibouti", 1576},
    {"Dominica", "Dominica", 1583},
    {"Dominican Republic", "Dominican Rep.", 1587},
    {"East Timor", "Timor-Leste", 1592},
    {"Ecuador", "Ecuador", 1604},
    {"Egypt", "Egypt", 1634},
    {"El Salvador", "El Salvador", 1643},
    {"Equatorial Guinea", "Eq. Guinea", 1649},
    {"Eritrea", "Eritrea", 1658},
    {"Estonia", "Estonia", 1671},
    {"Ethiopia", "Ethiopia", 1686},
    {"Falkland Islands", "Falkland Is.", 1696},
    {"Faroe Islands", "Faeroe Is.", 1715},
    {"Federated States of Micronesia", "Micronesia", 1731},
    {"Fiji", "Fiji", 1747},
    {"Finland", "Finland", 1808},
    {"France", "France", 1836},
    {"French Polynesia", "Fr. Polynesia", 1880},
    {"French Southern and Antarctic Lands", "Fr. S. Antarctic Lands", 1944},
    {"Gabon", "Gabon", 1954},
    {"Georgia", "Georgia", 1961},
    {"Germany", "Germany", 1969},
    {"Ghana", "Ghana", 1999},
    {"Greece", "Greece", 2008},
    {"Greenland", "Greenland", 2133},
    {"Grenada", "Grenada", 2185},
    {"Guam", "Guam", 2189},
    {"Guatemala", "Guatemala", 2193},
    {"Guernsey", "Guernsey", 2202},
    {"Guinea", "Guinea", 2206},
    {"Guinea-Bissau", "Guinea-Bissau", 2216},
    {"Guyana", "Guyana", 2240},
    {"Haiti", "Haiti", 2247},
    {"Heard Island and McDonald Islands", "Heard I. and McDonald Is.", 2258},
    {"Honduras", "Honduras", 2262},
    {"Hong Kong", "Hong Kong", 2276},
    {"Hungary", "Hungary", 2287},
    {"Iceland", "Iceland", 2297},
    {"India", "India", 2301},
    {"Indonesia", "Indonesia", 2353},
    {"Iran", "Iran", 2759},
    {"Iraq", "Iraq", 2775},
    {"Ireland", "Ireland", 2785},
    {"Isle of Man", "Isle of Man", 2793},
    {"Israel", "Israel", 2797},
    {"Italy", "Italy", 2809},
    {"Ivory Coast", "Côte d'Ivoire", 2842},
    {"Jamaica", "Jamaica", 2855},
    {"Japan", "Japan", 2859},
    {"Jersey", "Jersey", 2962},
    {"Jordan", "Jordan", 2966},
    {"Kazakhstan", "Kazakhstan", 2976},
    {"Kenya", "Kenya", 2994},
    {"Kiribati", "Kiribati", 3006},
    {"Kosovo", "Kosovo", 3064},
    {"Kuwait", "Kuwait", 3071},
    {"Kyrgyzstan", "Kyrgyzstan", 3080},
    {"Laos", "Laos", 3093},
    {"Latvia", "Latvia", 3101},
    {"Lebanon", "Lebanon", 3109},
    {"Lesotho", "Lesotho", 3115},
    {"Liberia", "Liberia", 3119},
    {"Libya", "Libya", 3126},
    {"Liechtenstein", "Liechtenstein", 3136},
    {"Lithuania", "Lithuania", 3141},
    {"Luxembourg", "Luxembourg", 3153},
    {"Macau", "Macao", 3159},
    {"Madagascar", "Madagascar", 3164},
    {"Malawi", "Malawi", 3174},
    {"Malaysia", "Malaysia", 3186},
    {"Maldives", "Maldives", 3220},
    {"Mali", "Mali", 3227},
    {"Malta", "Malta", 3237},
    {"Marshall Islands", "Marshall Is.", 3244},
    {"Mauritania", "Mauritania", 3260},
    {"Mauritius", "Mauritius", 3271},
    {"Mexico", "Mexico", 3275},
    {"Moldova", "Moldova", 3328},
    {"Monaco", "Monaco", 3333},
    {"Mongolia", "Mongolia", 3338},
    {"Montenegro", "Montenegro", 3343},
    {"Montserrat", "Montserrat", 3352},
    {"Morocco", "Morocco", 3356},
    {"Mozambique", "Mozambique", 3362},
    {"Myanmar", "Myanmar", 3377},
    {"Namibia", "Namibia", 3440},
    {"Nauru", "Nauru", 3448},
    {"Nepal", "Nepal", 3452},
    {"Netherlands", "Netherlands", 3457},
    {"New Caledonia", "New Caledonia", 3497},
    {"New Zealand", "New Zealand", 3516},
    {"Nicaragua", "Nicaragua", 3556},
    {"Niger", "Niger", 3563},
    {"Nigeria", "Nigeria", 3573},
    {"Niue", "Niue", 3584},
    {"Norfolk Island", "Norfolk Island", 3588},
    {"North Korea", "North Korea", 3592},
    {"Northern Mariana Islands", "N. Mariana Is.", 3603},
    {"Norway", "Norway", 3622},
    {"Oman", "Oman", 3722},
    {"Pakistan", "Pakistan", 3739},
    {"Palau", "Palau", 3748},
    {"Palestine", "Palestine", 3755},
    {"Panama", "Panama", 3765},
    {"Papua New Guinea", "Papua New Guinea", 3784},
    {"Paraguay", "Paraguay", 3864},
    {"People's Republic of China", "China", 3870},
    {"Peru", "Peru", 3932},
    {"Philippines", "Philippines", 3941},
    {"Pitcairn Islands", "Pitcairn Is.", 4086},
    {"Poland", "Poland", 4090},
    {"Portugal", "Portugal", 4103},
    {"Puerto Rico", "Puerto Rico", 4132},
    {"Qatar", "Qatar", 4142},
    {"Republic of Macedonia", "Macedonia", 4147},
    {"Republic of the Congo", "Congo", 4155},
    {"Romania", "Romania", 4164},
    {"Russia", "Russia", 4174},
    {"Rwanda", "Rwanda", 4493},
    {"Saint Helena", "Saint Helena", 4500},
    {"Saint Kitts and Nevis", "St. Kitts and Nevis", 4507},
    {"Saint Lucia", "Saint Lucia", 4514},
    {"Saint Martin", "St-Martin", 4518},
    {"Saint Pierre and Miquelon", "St. Pierre and Miquelon", 4523},
    {"Saint Vincent and the Grenadines", "St. Vin. and Gren.", 4530},
    {"Saint-Barthélemy", "St-Barthélemy", 4540},
    {"Samoa", "Samoa", 4544},
    {"San Marino", "San Marino", 4551},
    {"Saudi Arabia", "Saudi Arabia", 4555},
    {"Senegal", "Senegal", 4577},
    {"Serbia", "Serbia", 4587},
    {"Seychelles", "Seychelles", 4598},
    {"Siachen Glacier", "Siachen Glacier", 4602},
    {"Sierra Leone", "Sierra Leone", 4608},
    {"Singapore", "Singapore", 4617},
    {"Sint Maarten", "Sint Maarten", 4621},
    {"Slovakia", "Slovakia", 4626},
    {"Slovenia", "Slovenia", 4634},
    {"Solomon Islands", "Solomon Is.", 4642},
    {"Somalia", "Somalia", 4706},
    {"Somaliland", "Somaliland", 4713},
    {"South Africa", "South Africa", 4720},
    {"South Georgia and the South Sandwich Islands", "S. Geo. and the Is.", 4735},
    {"South Korea", "South Korea", 4742},
    {"South Sudan", "S. Sudan", 4777},
    {"Spain", "Spain", 4786},
    {"Sri Lanka", "Sri Lanka", 4828},
    {"Sudan", "Sudan", 4838},
    {"Suriname", "Suriname", 4849},
    {"Sweden", "Sweden", 4856},
    {"Switzerland", "Switzerland", 4877},
    {"Syria", "Syria", 4886},
    {"São Tomé and Príncipe", "São Tomé and Principe", 4895},
    {"Taiwan", "Taiwan", 4902},
    {"Tajikistan", "Tajikistan", 4909},
    {"Tanzania", "Tanzania", 4922},
    {"Thailand", "Thailand", 4943},
    {"The Bahamas", "Bahamas", 4979},
    {"The Gambia", "Gambia", 5025},
    {"Togo", "Togo", 5030},
    {"Tonga", "Tonga", 5037},
    {"Trinidad and Tobago", "Trinidad and Tobago", 5047},
    {"Tunisia", "Tunisia", 5054},
    {"Turkey", "Turkey", 5066},
    {"Turkish Republic of Northern Cyprus", "N. Cyprus", 5084},
    {"Turkmenistan", "Turkmenistan", 5089},
    {"Turks and Caicos Islands", "Turks and Caicos Is.", 5100},
    {"Uganda", "Uganda", 5110},
    {"Ukraine", "Ukraine", 5118},
    {"United Arab Emirates", "United Arab Emirates", 5135},
    {"United Kingdom", "United Kingdom", 5157},
    {"United States Virgin Islands", "U.S. Virgin Is.", 5228},
    {"United States of America", "United States of America", 5238},
    {"Uruguay", "Uruguay", 5627},
    {"Uzbekistan", "Uzbekistan", 5633},
    {"Vanuatu", "Vanuatu", 5649},
    {"Vatican City", "Vatican", 5692},
    {"Venezuela", "Venezuela", 5696},
    {"Vietnam", "Vietnam", 5715},
    {"Wallis and Futuna", "Wallis and Futuna Is.", 5743},
    {"Western Sahara", "W. Sahara", 5750},
    {"Yemen", "Yemen", 5757},
    {"Zambia", "Zambia", 5775},
    {"Zimbabwe", "Zimbabwe", 5785},
    {"eSwatini", "eSwatini", 5792},
    {"Åland Islands", "Åland", 5797},
};
