global using FlowBuilder.Steps.Tests.Support;
global using Shouldly;
global using Xunit;
