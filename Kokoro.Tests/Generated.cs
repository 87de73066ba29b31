using FsCheck;
using FsCheck.Fluent;

namespace Kokoro.Tests;

/// <summary>Runs properties: a few hundred cases from a fixed seed, which a failure prints together with the smallest case found.</summary>
internal static class Generated
{
    private const ulong Seed = 20_240_817;
    private const ulong Gamma = 4_711;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(Seed, Gamma);

    public static void Check<T>(Arbitrary<T> cases, Action<T> property) => Prop.ForAll(cases, property).Check(Config);

    /// <summary>For properties that take long: fewer cases.</summary>
    public static void Check<T>(Arbitrary<T> cases, int count, Action<T> property) =>
        Prop.ForAll(cases, property).Check(Config.WithMaxTest(count));

    /// <summary>A text from fragments; smaller ones leave fragments out.</summary>
    public static Arbitrary<string[]> Texts(params Gen<string>[] fragments)
    {
        var texts = Gen.OneOf(fragments).ArrayOf();
        return Arb.From(texts, WithoutSome);
    }

    private static IEnumerable<T[]> WithoutSome<T>(T[] all)
    {
        for (var size = all.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start + size <= all.Length; start += size)
                yield return [.. all[..start], .. all[(start + size)..]];
        }
    }
}
