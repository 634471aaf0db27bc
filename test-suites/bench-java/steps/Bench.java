import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What this Java virtual machine gets out of the processor: six kinds of work with known answers, Java 8 and later.
 * Usage: java Bench SECONDS. Prints one JSON line; exit 3 = wrong answer. Warm-up is part of each kernel's own time
 * before its window; firstMs and steadyMs show that it took place.
 */
public final class Bench {
	private static final String[] NAMES = {"integers", "floats", "text", "maps", "sorting", "objects"};
	private static final long[] EXPECTED = {9592L, -411785L, 183850043L, 7235278L, 100293213L, 19960L};

	private Bench() {}

	public static void main(String[] arguments) {
		double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 0.5;
		LongSupplier[] kernels = {Bench::integers, Bench::floats, Bench::text, Bench::maps, Bench::sorting, Bench::objects};
		StringBuilder parts = new StringBuilder();
		double logs = 0;
		double firstMs = 0;
		double steadyMs = 0;
		for (int i = 0; i < kernels.length; i++) {
			long begin = System.nanoTime();
			check(i, kernels[i].getAsLong());
			firstMs += (System.nanoTime() - begin) / 1e6;
			rate(i, kernels[i], seconds);
			double rate = rate(i, kernels[i], seconds);
			steadyMs += 1000 / rate;
			logs += Math.log(rate);
			parts.append(i == 0 ? "" : ",").append('"').append(NAMES[i]).append("\":").append(rate);
		}
		System.out.println("{\"value\":" + Math.exp(logs / kernels.length) + ",\"parts\":{" + parts + "},\"firstMs\":" + firstMs
			+ ",\"steadyMs\":" + steadyMs + ",\"vm\":" + quoted(property("java.vm.name")) + ",\"version\":"
			+ quoted(property("java.vm.version")) + ",\"mode\":" + quoted(property("java.vm.info")) + "}");
	}

	private static double rate(int index, LongSupplier kernel, double seconds) {
		long begin = System.nanoTime();
		long units = 0;
		double elapsed;
		do {
			check(index, kernel.getAsLong());
			units++;
			elapsed = (System.nanoTime() - begin) / 1e9;
		} while (elapsed < seconds);
		return units / elapsed;
	}

	private static void check(int index, long found) {
		if (found == EXPECTED[index]) return;
		System.out.println("{\"error\":\"wrong-answer\",\"what\":\"" + NAMES[index] + "\",\"found\":" + found + ",\"expected\":"
			+ EXPECTED[index] + "}");
		System.exit(3);
	}

	private static long integers() {
		byte[] sieve = new byte[100_000];
		int primes = 0;
		for (int i = 2; i < sieve.length; i++) {
			if (sieve[i] == 1) continue;
			primes++;
			for (int j = i * 2; j < sieve.length; j += i) sieve[j] = 1;
		}
		return primes;
	}

	private static long floats() {
		int size = 48;
		double[] a = new double[size * size];
		double[] b = new double[size * size];
		double[] c = new double[size * size];
		for (int i = 0; i < a.length; i++) {
			a[i] = i % 17 - 8;
			b[i] = i % 13 - 6;
		}
		for (int i = 0; i < size; i++)
			for (int k = 0; k < size; k++)
				for (int j = 0; j < size; j++) c[i * size + j] += a[i * size + k] * b[k * size + j];
		double sum = 0;
		for (double value : c) sum = (sum * 31 + value) % 1_000_003;
		return (long) sum;
	}

	private static long text() {
		StringBuilder builder = new StringBuilder();
		for (int i = 0; i < 2000; i++) builder.append("客户").append(i % 97).append(';');
		int hash = 0x811c9dc5;
		for (String part : builder.toString().split(";"))
			for (int i = 0; i < part.length(); i++) hash = (hash ^ part.charAt(i)) * 0x01000193;
		return hash & 0xffffffffL;
	}

	private static long maps() {
		Map<String, Integer> map = new HashMap<>();
		for (int i = 0; i < 5000; i++) map.merge("k" + i * 7919 % 1500, i, Integer::sum);
		long sum = 0;
		for (Map.Entry<String, Integer> entry : map.entrySet()) sum += (long) entry.getValue() * entry.getKey().length() % 10_007;
		return sum;
	}

	private static long sorting() {
		int[] values = new int[20_000];
		int state = 17;
		for (int i = 0; i < values.length; i++) {
			state = state * 1_664_525 + 1_013_904_223;
			values[i] = state >>> 8;
		}
		Arrays.sort(values);
		long sum = 0;
		for (int i = 1; i < values.length; i++) sum += values[i] < values[i - 1] ? -1_000_000_000L : values[i] % (i + 1);
		return sum;
	}

	private static final class Link {
		final int number;
		final Link previous;

		Link(int number, Link previous) {
			this.number = number;
			this.previous = previous;
		}
	}

	private static long objects() {
		long linked = 0;
		Link last = null;
		for (int i = 0; i < 20_000; i++) {
			last = i % 500 == 0 ? new Link(i, null) : new Link(i, last);
			if (last.previous != null) linked++;
		}
		return linked;
	}

	private static String property(String name) {
		return System.getProperty(name, "unknown");
	}

	private static String quoted(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}
}
