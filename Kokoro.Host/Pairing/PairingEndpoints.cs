using Kokoro.Actors.Settings;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Host.Security;

namespace Kokoro.Host.Pairing;

/// <summary>What the page `/pair` and the extension ask of pairing. Who may is decided before (Security), but for whom a token is made is said here.</summary>
internal sealed class PairingEndpoints(PairedTokens tokens, PairingCode code, ServerSettings settings)
{
    private const int MostCodeLength = 40;
    private const int MostNameLength = 60;
    private static readonly string[] Known = ["code", "name"];

    /// <summary>`POST /pair/code`: the one before is dead from now on.</summary>
    public IResult MakeCode()
    {
        var made = code.Make();
        return Results.Json(new ShownCode(made.Id, made.Code, (int)PairingCode.ValidFor.TotalSeconds));
    }

    /// <summary>`GET /pair/code`: what has become of the last one.</summary>
    public IResult GetCode() => Results.Json(code.Current() ?? throw new RequestException(new Problem(404, "code_missing", "there is no code; make one with POST")));

    /// <summary>`POST /pair/token`: a code becomes a token for the extension that sends it.</summary>
    /// <exception cref="RequestException">400, 403, 409, 410, 413 or 415.</exception>
    /// <exception cref="PairingException">Nothing can be kept.</exception>
    public async Task<IResult> MakeTokenAsync(HttpRequest request)
    {
        var extension = ExtensionOrigins.Find(request.Headers.Origin)
            ?? throw new RequestException(403, "extension_only", "only the extension may ask for a token; press Connect the extension on the page /pair");
        using var body = await JsonBody.ReadAsync(request, settings.Http).ConfigureAwait(false);
        var fields = new JsonFields(body.RootElement, Known);
        var (sent, name) = (fields.Text("code", MostCodeLength), fields.Text("name", MostNameLength));
        if (string.IsNullOrWhiteSpace(sent))
            throw new RequestException(400, "field_missing", "field 'code' is missing; send the code that the page /pair shows", "code");

        var result = code.Try(sent);
        if (result.Verdict != CodeVerdict.Right)
            throw new RequestException(Refusal(result));
        var made = tokens.Add(extension.Origin, string.IsNullOrWhiteSpace(name) ? extension.Name : name.Trim());
        return Results.Json(new PairedDocument(made.Token, made.Id));
    }

    private static Problem Refusal(CodeTry tried) => tried switch
    {
        { Verdict: CodeVerdict.Wrong, TriesLeft: > 1 } => new(403, "code_wrong", $"the code is wrong; look again at the page /pair: {tried.TriesLeft} tries are left"),
        { Verdict: CodeVerdict.Wrong, TriesLeft: 1 } => new(403, "code_wrong", "the code is wrong; look again at the page /pair: one try is left"),
        { Verdict: CodeVerdict.Wrong } => new(403, "code_wrong", "the code is wrong, and no try is left; make a new code on the page /pair"),
        { Verdict: CodeVerdict.Missing } => new(409, "code_missing", "there is no code to compare with; open the page /pair, which makes one"),
        _ => new(410, "code_expired", "this code was used, is older than two minutes or was guessed at too often; make a new code on the page /pair"),
    };

    /// <param name="Seconds">That it is good for.</param>
    internal sealed record ShownCode(string Id, string Code, int Seconds);
}
