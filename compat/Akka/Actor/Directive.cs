using System;
using System.Collections.Generic;

namespace Akka.Actor;

/// <summary>What a supervisor decides about a child that failed.</summary>
public enum Directive
{
    /// <summary>Go on with the same instance.</summary>
    Resume,

    /// <summary>Go on with a new instance.</summary>
    Restart,

    /// <summary>Fail oneself.</summary>
    Escalate,

    Stop,
}

public static class DirectiveExtensions
{
    /// <summary>One row of a table for <see cref="Decider.From(Directive, KeyValuePair{Type, Directive}[])"/>.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception => new(typeof(TException), self);
}
