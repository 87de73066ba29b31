namespace Kokoro.Host.Pairing;

/// <summary>The body of `POST /pair/token`, as the OpenAPI document describes it.</summary>
/// <param name="Code">Capitals and gaps do not matter.</param>
/// <param name="Name">What `kokoro pair` will list it as.</param>
internal sealed record PairDocument(string Code, string? Name = null);

/// <summary>Its answer.</summary>
/// <param name="Token">For this extension alone; it is shown only now.</param>
/// <param name="Id">What `kokoro pair revoke` takes.</param>
internal sealed record PairedDocument(string Token, string Id);
