using System.Net;
using System.Text;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

public sealed class Large_bodies_on_a_real_port
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_413_with_and_without_a_length(bool withLength)
    {
        await using var door = new Door();
        door.UseKestrel(0);
        door.StartServer();
        using var client = new HttpClient { BaseAddress = door.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String("demo-write:"u8));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch")
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string(' ', 10_000_000)))
        };
        request.Headers.TransferEncodingChunked = !withLength;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        (await Answers.ReadAsync(response)).Expect(HttpStatusCode.RequestEntityTooLarge).Fields.ShouldBe(["$"]);
        door.Intake.Events.ShouldBeEmpty();
    }
}
