using System;
using Akka.Actor;

namespace Akka.DependencyInjection;

/// <summary>Makes actors whose constructors take services as well as arguments.</summary>
public interface IDependencyResolver
{
    IResolverScope CreateScope();

    object GetService(Type type);

    T GetService<T>();

    Props Props(Type type, params object[] args);

    Props Props(Type type);

    /// <param name="args">What is not found among the services.</param>
    Props Props<T>(params object[] args)
        where T : ActorBase;
}

public interface IResolverScope : IDisposable
{
    IDependencyResolver Resolver { get; }
}
