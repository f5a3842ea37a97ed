global using FlowBuilder.Core.Tests.Support;
global using Shouldly;
global using Xunit;
