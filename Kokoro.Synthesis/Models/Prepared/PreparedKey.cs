using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using System.Text;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.Models.Prepared;

/// <summary>
/// Names what a prepared model is good for: this source, this way of preparing, this version of ONNX Runtime (whose layouts of weights differ) and this kind of processor (whose
/// instructions they are made for). Where one of them differs the model is prepared again.
/// </summary>
internal static class PreparedKey
{
    /// <summary>One more with each change to what is written.</summary>
    private const int PreparerVersion = 2;

    private const int Digits = 16;

    /// <param name="sourceSha256">Of the model's ONNX file.</param>
    /// <returns>Lower-case hex, fit for the name of a folder.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.LibraryMissing"/>.</exception>
    public static string Of(string sourceSha256)
    {
        var text = $"{sourceSha256} {PreparerVersion} {InferenceLibrary.Version} {RuntimeInformation.ProcessArchitecture} {string.Join(' ', InstructionSets())}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }

    private static IEnumerable<string> InstructionSets()
    {
        (string Name, bool IsThere)[] known =
        [
            ("sse4.1", Sse41.IsSupported), ("avx", Avx.IsSupported), ("avx2", Avx2.IsSupported), ("fma", Fma.IsSupported), ("avx512f", Avx512F.IsSupported),
            ("avx512bw", Avx512BW.IsSupported), ("avxvnni", AvxVnni.IsSupported), ("dotprod", Dp.IsSupported), ("neon", AdvSimd.IsSupported),
        ];
        return known.Where(each => each.IsThere).Select(each => each.Name);
    }
}
