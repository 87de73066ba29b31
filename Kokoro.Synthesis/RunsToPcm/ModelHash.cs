using System.Security.Cryptography;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>Names a model by its bytes.</summary>
internal static class ModelHash
{
    /// <returns>SHA-256 as hex.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelMissing"/>: the file cannot be read.</exception>
    public static string OfFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.ModelMissing, $"model {Printable.Line(path)} cannot be read ({Printable.Line(e.Message)}); check its permissions", innerException: e);
        }
    }
}
