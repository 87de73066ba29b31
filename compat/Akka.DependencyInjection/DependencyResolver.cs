using System;
using Akka.Actor;
using Akka.Actor.Setup;

namespace Akka.DependencyInjection;

/// <summary>The services that a system was given at its start.</summary>
public sealed class DependencyResolver : IExtension
{
    internal DependencyResolver(IDependencyResolver resolver) => Resolver = resolver;

    public IDependencyResolver Resolver { get; }

    public static DependencyResolver For(ActorSystem actorSystem) =>
        actorSystem.WithExtension<DependencyResolver, DependencyResolverExtension>();
}

public sealed class DependencyResolverExtension : ExtensionIdProvider<DependencyResolver>
{
    /// <exception cref="InvalidOperationException">The system was started without a <see cref="DependencyResolverSetup"/>.</exception>
    public override DependencyResolver CreateExtension(ExtendedActorSystem system)
    {
        var setup = system.Settings.Setup.Get<DependencyResolverSetup>();
        return setup.HasValue
            ? new DependencyResolver(setup.Value.DependencyResolver)
            : throw new InvalidOperationException("the system has no DependencyResolverSetup; give it one at its start");
    }
}

/// <summary>Gives an actor system the services of a container.</summary>
public class DependencyResolverSetup : Setup
{
    private DependencyResolverSetup(IDependencyResolver dependencyResolver) => DependencyResolver = dependencyResolver;

    public IDependencyResolver DependencyResolver { get; }

    public static DependencyResolverSetup Create(IServiceProvider provider) => new(new ServiceProviderDependencyResolver(provider));
}
