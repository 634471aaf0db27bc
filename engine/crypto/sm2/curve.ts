import { type WeierstrassOpts, type WeierstrassPointCons, weierstrass } from '@noble/curves/abstract/weierstrass.js';

export type CurveParameters = WeierstrassOpts<bigint>;

/** A 256-bit prime curve, with its point arithmetic. */
export interface Curve {
	readonly parameters: CurveParameters;
	readonly Point: WeierstrassPointCons<bigint>;
}

export function curveOf(parameters: CurveParameters): Curve {
	const Point = weierstrass(parameters);
	Point.BASE.precompute(8);
	return { parameters, Point };
}

/** The recommended curve of GB/T 32918.5-2017, OID 1.2.156.10197.1.301. */
export const sm2Curve: Curve = curveOf({
	p: 0xfffffffe_ffffffff_ffffffff_ffffffff_ffffffff_00000000_ffffffff_ffffffffn,
	a: 0xfffffffe_ffffffff_ffffffff_ffffffff_ffffffff_00000000_ffffffff_fffffffcn,
	b: 0x28e9fa9e_9d9f5e34_4d5a9e4b_cf6509a7_f39789f5_15ab8f92_ddbcbd41_4d940e93n,
	n: 0xfffffffe_ffffffff_ffffffff_ffffffff_7203df6b_21c6052b_53bbf409_39d54123n,
	Gx: 0x32c4ae2c_1f198119_5f990446_6a39c994_8fe30bbf_f2660be1_715a4589_334c74c7n,
	Gy: 0xbc3736a2_f4f6779c_59bdcee3_6b692153_d0a9877c_c62a4740_02df32e5_2139f0a0n,
	h: 1n,
});
