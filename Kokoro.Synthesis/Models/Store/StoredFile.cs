namespace Kokoro.Synthesis.Models.Store;

/// <param name="Name">In the model's folder.</param>
/// <param name="Sha256">As lower-case hex.</param>
internal sealed record StoredFile(string Name, long Bytes, string Sha256);
