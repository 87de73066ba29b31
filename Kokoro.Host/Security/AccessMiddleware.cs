using Kokoro.Host.Problems;

namespace Kokoro.Host.Security;

/// <summary>Before routing: who may not ask learns nothing of what there is.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessRules rules)
{
    public Task InvokeAsync(HttpContext context)
    {
        SecurityHeaders.Set(context.Response);
        return rules.Check(AccessRequest.Of(context)) is { } refusal ? refusal.WriteAsync(context.Response) : next(context);
    }
}
